import { type AdmissionRefusal, admit, type DoorRoom } from "@/lib/domain/admission";
import type { RoomId } from "@/lib/domain/ids";
import { chooseOverflow, mayOpenOverflow, opensAhead } from "@/lib/domain/overflow";
import { isLeader, isOnStage, type Role } from "@/lib/domain/roles";
import type { RefusalFacts } from "@/lib/domain/ruling";
import type { Guides } from "./guide-overflow";
import type { DoorLockedRoom } from "./lock-rooms";
import { overflowOf } from "./overflow-of";
import type { ArrivalAtDoor, PresentSeat } from "./read-arrivals";

/**
 * What is to become of one arrival. `again`: they were seated elsewhere, or the family grew, by a race meanwhile, so that
 * a room they need is not locked.
 */
export type Verdict =
  | { act: "refuse"; refusal: AdmissionRefusal; facts?: RefusalFacts }
  | { act: "again" }
  | { act: "keep"; seat: PresentSeat }
  | { act: "sit"; roomId: RoomId; role: Role; leaving: RoomId | null };

/** `opening`: overflow rooms to be made before anybody is seated, in order of their numbers. */
export type Judged = { verdicts: Verdict[]; opening: DoorLockedRoom[] };

/** What the judge goes by besides the rooms. `arrivalsPerSecond`: at each main room, as this process sees them. */
export type Knowledge = { guides: Guides; arrivalsPerSecond: (mainRoomId: RoomId) => number };

/**
 * Applies the rule to each arrival in order of asking, against counts that already hold those before. Whom the wanted room
 * has no seat for is placed in its family. Changes the rooms' counts and adds the rooms it opens; one verdict for each arrival.
 */
export function judgeBatch(
  rooms: Map<RoomId, DoorLockedRoom>,
  arrivals: ArrivalAtDoor[],
  { guides, arrivalsPerSecond }: Knowledge,
): Judged {
  const opening: DoorLockedRoom[] = [];
  const open = (main: DoorLockedRoom): DoorLockedRoom => {
    const room = overflowOf(main);
    rooms.set(room.id, room);
    opening.push(room);
    return room;
  };

  const place = (main: DoorLockedRoom, arrival: ArrivalAtDoor): Verdict => {
    const family = familyOf(rooms, main);
    const { seat } = arrival;
    // Whoever asks again for the main room while it is full stays where they are.
    if (seat && family.some((room) => room.id === seat.roomId)) return { act: "keep", seat };
    if (!main.familySeen) return { act: "again" };
    const held = family.find((one) => one.id === arrival.heldIn && one.status === "live");
    const room =
      held ??
      chooseOverflow(main, family, guides.of(arrival.personId)) ??
      (mayOpenOverflow(main, family) ? open(main) : null);
    if (!room) return { act: "refuse", refusal: "room_full", facts: { capacity: main.capacity } };
    return { act: "sit", roomId: room.id, role: "listener", leaving: seat?.roomId ?? null };
  };

  const judge = (arrival: ArrivalAtDoor): Verdict => {
    const { seat } = arrival;
    const room = wantedRoom(rooms, arrival.roomId);
    const left = seat && seat.roomId !== room?.id ? rooms.get(seat.roomId) : null;
    if (left === undefined) return { act: "again" };
    const ruling = admit(room, arrival, left);
    if (!ruling.ok) return { act: "refuse", refusal: ruling.refusal, facts: ruling.facts };
    if (ruling.value.act === "keep" && seat) return { act: "keep", seat };
    if (ruling.value.act === "keep" || !room) return { act: "again" };
    if (ruling.value.act === "sit") return { ...ruling.value, roomId: room.id };
    const main = rooms.get(room.mainRoomId ?? room.id);
    return main ? place(main, arrival) : { act: "again" };
  };

  const verdicts = arrivals.map((arrival) => {
    const verdict = judge(arrival);
    if (verdict.act !== "sit") return verdict;
    const { seat } = arrival;
    const left = seat && rooms.get(seat.roomId);
    const entered = rooms.get(verdict.roomId);
    if (left && seat) count(left, seat.role, -1);
    if (entered) count(entered, verdict.role, 1);
    // The seat that was kept for them is counted already.
    if (entered && entered.id === arrival.heldIn) entered.openSeats -= 1;
    if (entered && entered.id === arrival.keptIn) entered.keptSeats = Math.max(0, (entered.keptSeats ?? 0) - 1);
    return verdict;
  });
  for (const main of [...rooms.values()].filter((room) => room.overflowLimit > 0 && room.familySeen)) {
    if (opensAhead(main, familyOf(rooms, main), arrivalsPerSecond(main.id))) open(main);
  }
  return { verdicts, opening };
}

/** An overflow room that was closed is asked for by pages that were in it: they are offered the others. */
function wantedRoom(rooms: Map<RoomId, DoorLockedRoom>, roomId: RoomId): DoorLockedRoom | null {
  const room = rooms.get(roomId) ?? null;
  const main = room?.mainRoomId ? rooms.get(room.mainRoomId) : null;
  return room?.status === "ended" && main?.status === "live" ? main : room;
}

const familyOf = (rooms: Map<RoomId, DoorLockedRoom>, main: DoorRoom): DoorLockedRoom[] =>
  [...rooms.values()].filter((room) => room.mainRoomId === main.id);

function count(room: DoorRoom, role: Role, by: 1 | -1): void {
  room.openSeats += by;
  if (isOnStage(role)) room.stageSeats += by;
  if (isLeader(role)) room.leaderSeats += by;
  if (role === "host") room.hostSeats += by;
}
