import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { DEFAULT_CAPACITY, defaultReserve } from "@/lib/domain/rooms/room";
import { granted, refused } from "@/lib/domain/ruling";
import { env } from "@/lib/env";
import { ensureMediaRoom } from "@/lib/media/api";
import { mayOpenInClub } from "@/lib/server/acts/may-open-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { withinLimits } from "@/lib/server/limits/within-limits";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { tellGoingLive } from "@/lib/server/notify/tell-going-live";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { log } from "@/lib/server/postgres/log";
import { prismaSql } from "@/lib/server/postgres/sql";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { roomFields } from "@/lib/wire/rooms/inputs";
import { roomAnswer } from "@/lib/wire/rooms/views";

/** Opens a room. It is live at once and empty; its creator becomes host by joining it. */
export const createRoom = defineCommand({
  who: "member",
  limit: "roomsOfPerson",
  input: roomFields,
  output: roomAnswer,
  refusals: ["bad_input", "not_found", "rooms_full", "too_many"],
  status: 201,
  summary: "Open a room",
  run: async ({ caller, input }) => {
    const {
      capacity = Math.min(DEFAULT_CAPACITY, env().PLENUM_ROOM_CAPACITY),
      reserve,
      overflowRooms,
      ...fields
    } = input;
    const overflowLimit = overflowRooms ?? env().PLENUM_OVERFLOW_ROOMS;
    const sizes = withinLimits({ capacity, reserve, overflowRooms });
    if (!sizes.ok) return sizes;
    if (fields.kind === "members" && !fields.clubId) return refused("bad_input", { field: "kind", reason: "no_club" });
    const kept = overflowLimit === 0 ? 0 : (reserve ?? defaultReserve(capacity));
    const id = uuid() as RoomId;
    const now = new Date();
    const opened = await inTransaction(async (tx) => {
      if (!(await mayOpenAnother(tx, caller.id))) return refused("rooms_full", { limit: env().PLENUM_ROOMS_OF_HOST });
      if (fields.clubId && !(await mayOpenInClub(tx, fields.clubId, caller.id))) return refused("not_found");
      const times = { liveAt: now, emptySince: now };
      const sized = { capacity, reserve: kept, overflowLimit };
      const createdById = caller.id;
      await tx.room.create({ data: { ...fields, ...sized, ...times, id, createdById, clock: { create: {} } } });
      await tellGoingLive(prismaSql(tx), { personId: caller.id, roomId: id, kind: "went_live" });
      return granted(null);
    });
    if (!opened.ok) return opened;
    // Made ahead, so that the first one in does not wait for it; the door makes sure again.
    ensureMediaRoom(id, capacity).catch((fault: unknown) => log().debug({ err: fault }, "left to the door"));
    ringHallway([id]);
    const view = await readRoomView(id);
    return view ? granted({ room: view.room }) : refused("not_found");
  },
});

/** The person is locked until the room is there, so that two requests at once do not both take the last place. */
async function mayOpenAnother(tx: Transaction, personId: PersonId): Promise<boolean> {
  const [person] = await tx.$queryRaw<{ givenUp: boolean }[]>`
    SELECT given_up_at IS NOT NULL AS "givenUp" FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  if (person?.givenUp) return false;
  const live = await tx.room.count({ where: { createdById: personId, status: "live", mainRoomId: null, demo: false } });
  return live < env().PLENUM_ROOMS_OF_HOST;
}
