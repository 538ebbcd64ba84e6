import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isLeader, type Role } from "@/lib/domain/roles";
import { audienceLimit, type RoomKind, type RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** A room as the door knows it under its lock; the counts already hold those admitted before in the same batch. */
export type DoorRoom = {
  id: RoomId;
  title: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  createdById: PersonId;
  language: string;
  /** The main room of an overflow room; null for a main room. */
  mainRoomId: RoomId | null;
  /** Greatest number of overflow rooms that are open at once; 0 is no overflow. */
  overflowLimit: number;
  capacity: number;
  reserve: number;
  openSeats: number;
  /** Free seats that were offered to people of other halls, and wait for their answer. */
  keptSeats?: number;
  /** Open seats on the stage, and those of them whose holders lead the room. */
  stageSeats: number;
  leaderSeats: number;
  hostSeats: number;
};

/** Somebody at the door. `seat` is the open seat they hold anywhere; the marks are about the room they want. */
export type Arrival = {
  personId: PersonId;
  kind: "member" | "guest";
  seat: { roomId: RoomId; role: Role } | null;
  banned: boolean;
  invited: boolean;
  /** A current host or moderator of the room follows them. */
  followedByLeader: boolean;
  /** The room waits for its host, and they were the last. */
  hostedLast?: boolean;
  /** Announced as a guest of the stage, whose place is kept. */
  announced?: boolean;
  /** The overflow room that keeps a seat for them, since they were called up from it. */
  heldIn?: RoomId | null;
  /** The room of the family in which a seat was offered to them and is kept. */
  keptIn?: RoomId | null;
  /** The line is not for them: announced guests, the family's interpreters, who has a seat held there. */
  spared?: boolean;
  /** A page that comes back by itself, without a tap, while the person sits on another one. */
  replaced?: boolean;
};

/**
 * `keep`: they sit here already. `sit`: a new seat, and the room left for it. `overflow`: let in, but there is no seat
 * left here; the family has one.
 */
export type Entry = { act: "keep" } | { act: "sit"; role: Role; leaving: RoomId | null } | { act: "overflow" };

const ADMISSION_REFUSALS = [
  "not_found",
  "room_ended",
  "room_not_live",
  "banned",
  "guests_not_allowed",
  "not_allowed",
  "seat_moved",
  "hand_over_first",
  "room_full",
] as const;

export type AdmissionRefusal = (typeof ADMISSION_REFUSALS)[number];

/**
 * Whether somebody may sit down in a room, in which role, and what they leave for it. Whoever sits there already keeps
 * seat and role. Refused, they stay where they are. `room` null: there is none; `left`: the room of their present seat.
 * Source: mechanics, the door; behaviours 3–6, 17, 22.
 */
export function admit(room: DoorRoom | null, arrival: Arrival, left: DoorRoom | null): Ruling<Entry, AdmissionRefusal> {
  if (!room || !mayKnowOf(room, arrival)) return refused("not_found");
  if (room.status === "ended") return refused("room_ended");
  if (room.status === "scheduled") return refused("room_not_live");
  if (arrival.banned) return refused("banned");
  if (arrival.replaced) return refused("seat_moved");
  if (arrival.seat?.roomId === room.id) return granted({ act: "keep" });
  if (!room.guestsAllowed && arrival.kind === "guest") return refused("guests_not_allowed");
  if (!mayEnter(room, arrival)) return refused("not_allowed", { kind: room.kind });
  if (left && arrival.seat && leavesNobodyInCharge(left, arrival.seat.role)) {
    return refused("hand_over_first", { roomId: left.id, title: left.title });
  }
  const hosts = !room.mainRoomId && (room.createdById === arrival.personId || arrival.hostedLast === true);
  const role = hosts && room.hostSeats === 0 ? "host" : "listener";
  const expected = role === "host" || arrival.announced === true || arrival.spared === true;
  const limit = expected ? room.capacity : listenersLimit(room);
  // A seat that is kept for somebody is free to nobody else; those who are expected have the reserve, and never wait.
  const taken = expected || arrival.keptIn === room.id ? room.openSeats : seatsTaken(room);
  if (taken >= limit && arrival.heldIn !== room.id) {
    const overflows = room.mainRoomId !== null || room.overflowLimit > 0;
    return overflows ? granted({ act: "overflow" }) : refused("room_full", { capacity: room.capacity });
  }
  return granted({ act: "sit", role, leaving: arrival.seat?.roomId ?? null });
}

/** Open seats from which on a room takes no listener. */
export const listenersLimit = (room: Pick<DoorRoom, "capacity" | "reserve" | "stageSeats">): number =>
  audienceLimit(room.capacity, room.reserve, room.stageSeats);

/** Open seats, and those that are kept for somebody. */
export const seatsTaken = (room: Pick<DoorRoom, "openSeats" | "keptSeats">): number =>
  room.openSeats + (room.keptSeats ?? 0);

function mayKnowOf(room: DoorRoom, arrival: Arrival): boolean {
  if (room.kind !== "closed" || arrival.invited || room.createdById === arrival.personId) return true;
  return arrival.seat?.roomId === room.id;
}

/** A closed room's keys are checked in mayKnowOf; in a social room an invitation counts like being followed. */
function mayEnter(room: DoorRoom, arrival: Arrival): boolean {
  return room.kind !== "social" || arrival.followedByLeader || arrival.invited || room.createdById === arrival.personId;
}

/** Whether a live room with people in it would be without host and moderator once this one goes. */
function leavesNobodyInCharge(left: DoorRoom, role: Role): boolean {
  // An overflow room without a leader is a plain mirror (behaviours 20).
  return left.status === "live" && !left.mainRoomId && isLeader(role) && left.leaderSeats <= 1 && left.openSeats > 1;
}
