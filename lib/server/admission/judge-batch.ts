import { chooseOverflow, freePlaces, mayOpenOverflow, opensAhead } from "@/lib/domain/family/overflow";
import type { RoomId } from "@/lib/domain/ids";
import { isLeader, isOnStage, type Role } from "@/lib/domain/roles";
import type { RefusalFacts } from "@/lib/domain/ruling";
import { type AdmissionRefusal, admit, type DoorRoom, listenersLimit, seatsTaken } from "@/lib/domain/seats/admission";
import { type LineAtDoor, waitsInLine } from "@/lib/domain/seats/door-line";
import type { FamilyGrowth } from "./family-growth";
import type { Guides } from "./guide-overflow";
import type { DoorLockedRoom } from "./lock-rooms";
import { overflowOf } from "./overflow-of";
import type { ArrivalAtDoor, PresentSeat } from "./read-arrivals";

/**
 * The verdict on one arrival. `again`: they were seated elsewhere, or the family grew, by a race meanwhile, so that
 * a room they need is not locked. `wait`: in the line of the family.
 */
export type Verdict =
  | { act: "refuse"; refusal: AdmissionRefusal; facts?: RefusalFacts }
  | { act: "again" }
  | { act: "wait"; familyId: RoomId }
  | { act: "keep"; seat: PresentSeat }
  | { act: "sit"; roomId: RoomId; role: Role; leaving: RoomId | null; asAdmin?: true };

/** `opening`: overflow rooms to be made before anybody is seated, in order of their numbers. */
export type Judged = { verdicts: Verdict[]; opening: DoorLockedRoom[] };

/** What the judge goes by besides the rooms. `growth`: of each family, as this door saw it by now. */
export type Knowledge = { guides: Guides; growth: FamilyGrowth };

const NO_LINE: LineAtDoor = { kept: false, waiting: false, called: 0 };

/**
 * Applies the rule to each arrival in order of asking, against counts that already hold those before. A person that the wanted room
 * has no seat for is placed in its family. Changes the rooms' counts, adds the rooms it opens, and notes how many seats
 * families have; one verdict for each arrival.
 */
export function judgeBatch(
  rooms: Map<RoomId, DoorLockedRoom>,
  arrivals: ArrivalAtDoor[],
  { guides, growth }: Knowledge,
): Judged {
  const opening: DoorLockedRoom[] = [];
  const growing = [...rooms.values()].filter((room) => room.overflowLimit > 0 && room.familySeen);
  for (const main of growing) growth.note(main.id, seatsOf(rooms, main));
  const lines = new Map<RoomId, LineAtDoor>();
  const open = (main: DoorLockedRoom): DoorLockedRoom => {
    const room = overflowOf(main);
    rooms.set(room.id, room);
    opening.push(room);
    return room;
  };

  const place = (main: DoorLockedRoom, arrival: ArrivalAtDoor, asAdmin?: true): Verdict => {
    const family = familyOf(rooms, main);
    const { seat } = arrival;
    // A person who asks again for the main room while it is full stays where they are.
    if (seat && family.some((room) => room.id === seat.roomId)) return { act: "keep", seat };
    if (!main.familySeen) return { act: "again" };
    const held = family.find((one) => one.id === arrival.heldIn && one.status === "live");
    if (!held && waits(main, arrival)) return { act: "wait", familyId: main.id };
    const room =
      held ??
      chooseOverflow(main, family, guides.of(arrival.personId)) ??
      (seatsTaken(main) < listenersLimit(main) ? main : null) ??
      (mayOpenOverflow(main, family) ? open(main) : null);
    if (!room) {
      // A person who is barred from the rooms with places would wait for nothing.
      const refusal = { act: "refuse", refusal: "room_full", facts: { capacity: main.capacity } } as const;
      return freePlaces(main, family) > 0 ? refusal : { act: "wait", familyId: main.id };
    }
    return { act: "sit", roomId: room.id, role: "listener", leaving: seat?.roomId ?? null, asAdmin };
  };

  const lineFor = (familyId: RoomId, { line }: ArrivalAtDoor): LineAtDoor => {
    const now = lines.get(familyId) ?? line ?? NO_LINE;
    return { ...now, kept: now.kept || line?.kept === true };
  };

  const waits = (main: DoorLockedRoom, arrival: ArrivalAtDoor): boolean => {
    const inLine = { called: arrival.ticket?.called === true, spared: arrival.spared === true };
    return waitsInLine(lineFor(main.id, arrival), inLine, () => freePlaces(main, familyOf(rooms, main)));
  };

  /** People who wait stand before the ones who are judged next; people who were called are out of the line. */
  const moveOn = (arrival: ArrivalAtDoor, verdict: Verdict): void => {
    const familyId = familyIdOf(rooms, arrival.roomId);
    const line = lineFor(familyId, arrival);
    const called = line.called - (arrival.ticket?.called && verdict.act !== "again" ? 1 : 0);
    lines.set(familyId, { ...line, called, waiting: line.waiting || verdict.act === "wait" });
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
    const main = rooms.get(room.mainRoomId ?? room.id);
    if (!main) return { act: "again" };
    if (ruling.value.act === "overflow") return place(main, arrival, ruling.value.asAdmin);
    const passes = ruling.value.role === "host" || (seat !== null && familyIdOf(rooms, seat.roomId) === main.id);
    if (!passes && waits(main, arrival)) return { act: "wait", familyId: main.id };
    return { ...ruling.value, roomId: room.id };
  };

  const verdicts = arrivals.map((arrival) => {
    const verdict = judge(arrival);
    moveOn(arrival, verdict);
    if (verdict.act !== "sit") return verdict;
    const { seat } = arrival;
    const left = seat && rooms.get(seat.roomId);
    const entered = rooms.get(verdict.roomId);
    if (left && seat) count(left, seat.role, -1);
    if (entered) count(entered, verdict.role, 1);
    // The seat that was kept for them is counted already.
    if (entered && entered.id === arrival.heldIn) entered.openSeats -= 1;
    if (entered && (entered.id === arrival.keptIn || arrival.part))
      entered.keptSeats = Math.max(0, (entered.keptSeats ?? 0) - 1);
    return verdict;
  });
  for (const main of growing) {
    const perSecond = growth.perSecond(main.id, seatsOf(rooms, main));
    if (opensAhead(main, familyOf(rooms, main), perSecond)) open(main);
  }
  return { verdicts, opening };
}

/** An overflow room that was closed is asked for by pages that were in it: they are offered the others. */
function wantedRoom(rooms: Map<RoomId, DoorLockedRoom>, roomId: RoomId): DoorLockedRoom | null {
  const room = rooms.get(roomId) ?? null;
  const main = room?.mainRoomId ? rooms.get(room.mainRoomId) : null;
  return room?.status === "ended" && main?.status === "live" ? main : room;
}

const familyIdOf = (rooms: Map<RoomId, DoorLockedRoom>, roomId: RoomId): RoomId =>
  rooms.get(roomId)?.mainRoomId ?? roomId;

const familyOf = (rooms: Map<RoomId, DoorLockedRoom>, main: DoorRoom): DoorLockedRoom[] =>
  [...rooms.values()].filter((room) => room.mainRoomId === main.id);

/** Open seats of the whole family. */
const seatsOf = (rooms: Map<RoomId, DoorLockedRoom>, main: DoorLockedRoom): number =>
  familyOf(rooms, main).reduce((seats, room) => seats + room.openSeats, main.openSeats);

function count(room: DoorRoom, role: Role, by: 1 | -1): void {
  room.openSeats += by;
  if (isOnStage(role)) room.stageSeats += by;
  if (isLeader(role)) room.leaderSeats += by;
  if (role === "host") room.hostSeats += by;
}
