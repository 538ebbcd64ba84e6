import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { door } from "@/lib/server/admission/door";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { db } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { seatTaken } from "@/lib/wire/family/views";
import { noInput } from "@/lib/wire/fields";

/**
 * Moves the caller to the hall that offers them a seat. The door seats them, so that no hall holds more than its cap.
 * `POST /seat` there answers what the screen needs. A caller who sits there already gets the same answer.
 */
export const takeOfferedSeat = defineCommand({
  who: "person",
  limit: "answersOfPerson",
  input: noInput,
  output: seatTaken,
  refusals: [
    "banned",
    "guests_not_allowed",
    "hand_over_first",
    "network_barred",
    "no_seat_offer",
    "not_allowed",
    "not_found",
    "room_ended",
    "room_full",
    "room_not_live",
    "seat_moved",
    "ticket_wrong",
  ],
  summary: "Take the seat in another hall that I was offered",
  run: async ({ caller, params }) => {
    const fromRoomId = toId<RoomId>(params.roomId);
    if (!fromRoomId || !(await visibleRoom(caller, fromRoomId))) return refused("not_found");
    const newest = await db().seatOffer.findFirst({
      where: { personId: caller.id, fromRoomId },
      orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
      select: { roomId: true, outcome: true, expiresAt: true },
    });
    if (newest?.outcome === "accepted" && (await sitsIn(newest.roomId, caller.id))) {
      return granted({ roomId: newest.roomId });
    }
    if (!newest || newest.outcome !== null || newest.expiresAt <= new Date()) return refused("no_seat_offer");
    const roomId = newest.roomId as RoomId;
    const admission = await door().admit({ roomId, personId: caller.id, kind: caller.kind });
    // A person seated in the family never waits in line. A person seated nowhere has lost the offer with the seat.
    if (!admission.ok) return admission.refusal === "waits" ? refused("no_seat_offer") : admission;
    const { seat, left } = admission.value;
    // Where the hall is full after all, the door leaves the caller on the seat that they have.
    if (seat.roomId !== roomId) return refused("no_seat_offer");
    if (left) mirrorSeat(left, caller.id).catch((fault: unknown) => log().debug({ err: fault }, "left to the sweep"));
    return granted({ roomId });
  },
});

const sitsIn = async (roomId: string, personId: string): Promise<boolean> =>
  (await db().seat.count({ where: { roomId, personId, closedAt: null } })) > 0;
