import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isLeader, type Role } from "@/lib/domain/roles";
import { audienceLimit, type RoomKind, type RoomStatus } from "@/lib/domain/rooms/room";
import { sightOf } from "@/lib/domain/rooms/visibility";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { type EpisodePart, roleAtDoor } from "@/lib/domain/shows/backstage";

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
  /** Of a scheduled room: its team meets behind its stage (lib/domain/shows/backstage.ts). */
  backstage?: boolean;
};

/** Somebody at the door. `seat` is the open seat they hold anywhere; the marks are about the room they want. */
export type Arrival = {
  personId: PersonId;
  kind: "member" | "guest";
  seat: { roomId: RoomId; role: Role } | null;
  banned: boolean;
  /** See lib/domain/rooms/visibility.ts. */
  hostBlocked?: boolean;
  /** To the family. */
  invited: boolean;
  /** See lib/domain/rooms/visibility.ts. */
  inClub?: boolean;
  /** An admin of the instance, signed in as one: enters any room. */
  admin?: boolean;
  /** Where they come from new guests are kept out, since somebody from there was put out. */
  networkBarred?: boolean;
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
  /** What they are for a planned room; null for its audience. */
  part?: EpisodePart | null;
  /** A page that comes back by itself, without a tap, while the person is there on another one. */
  replaced?: boolean;
};

/**
 * `keep`: they sit here already. `sit`: a new seat, and the room left for it; `asAdmin` where nobody else would have been
 * let in. `overflow`: let in, but there is no seat left here; the family has one.
 */
export type Entry =
  | { act: "keep" }
  | { act: "sit"; role: Role; leaving: RoomId | null; asAdmin?: true }
  | { act: "overflow"; asAdmin?: true };

export const ADMISSION_REFUSALS = [
  "not_found",
  "room_ended",
  "room_not_live",
  "banned",
  "guests_not_allowed",
  "network_barred",
  "not_allowed",
  "seat_moved",
  "hand_over_first",
  "room_full",
] as const;

export type AdmissionRefusal = (typeof ADMISSION_REFUSALS)[number];

/**
 * Whether somebody may sit down in a room, in which role, and what they leave for it. A person who sits there already keeps
 * seat and role. Refused, they stay where they are. `room` null: there is none; `left`: the room of their present seat.
 * Source: mechanics, the door; behaviours 3–6, 17, 22.
 */
export function admit(room: DoorRoom | null, arrival: Arrival, left: DoorRoom | null): Ruling<Entry, AdmissionRefusal> {
  if (!room) return refused("not_found");
  const inFamily = sitsInFamily(room, arrival, left);
  const standing = { kind: room.kind, isCreator: room.createdById === arrival.personId, seatedInFamily: inFamily };
  const hostBlocked = arrival.hostBlocked === true;
  const inClub = arrival.inClub === true;
  const part = arrival.part ?? null;
  const facts = {
    ...standing,
    invitedToFamily: arrival.invited || part !== null,
    inClub,
    banned: arrival.banned,
    hostBlocked,
  };
  const sight = sightOf({ ...facts, isAdmin: arrival.admin === true });
  if (sight === "nothing") return refused("not_found");
  if (room.status === "ended") return refused("room_ended");
  if (room.status === "scheduled" && !(room.backstage && part !== null)) return refused("room_not_live");
  if (sight === "removed") return refused("banned");
  if (arrival.replaced) return refused("seat_moved");
  if (arrival.seat?.roomId === room.id) return granted({ act: "keep" });
  // Narrowing throws nobody out, and so nobody off the way from one hall of the family to another (behaviours 6).
  if (arrival.kind === "guest" && !inFamily && part === null) {
    if (!room.guestsAllowed) return refused("guests_not_allowed");
    if (arrival.networkBarred) return refused("network_barred");
  }
  const asAdmin =
    sightOf({ ...facts, isAdmin: false }) !== "room" || !(inFamily || part !== null || mayEnter(room, arrival));
  if (asAdmin && !arrival.admin) return refused("not_allowed", { kind: room.kind });
  const seen = asAdmin ? ({ asAdmin } as const) : {};
  if (left && arrival.seat && leavesNobodyInCharge(left, arrival.seat.role)) {
    return refused("hand_over_first", { roomId: left.id, title: left.title });
  }
  const hosts = !room.mainRoomId && (room.createdById === arrival.personId || arrival.hostedLast === true);
  const planned = room.mainRoomId ? null : roleAtDoor(part, room);
  const role = hosts && room.hostSeats === 0 ? "host" : (planned ?? "listener");
  const expected = role === "host" || part !== null || arrival.announced === true || arrival.spared === true;
  const limit = expected ? room.capacity : listenersLimit(room);
  // A seat that is kept for somebody is free to nobody else; people who are expected have the reserve, and never wait.
  const taken = expected || arrival.keptIn === room.id ? room.openSeats : seatsTaken(room);
  if (taken >= limit && arrival.heldIn !== room.id) {
    const overflows = room.mainRoomId !== null || room.overflowLimit > 0;
    return overflows ? granted({ act: "overflow", ...seen }) : refused("room_full", { capacity: room.capacity });
  }
  return granted({ act: "sit", role, leaving: arrival.seat?.roomId ?? null, ...seen });
}

/** Open seats from which on a room takes no listener. */
export const listenersLimit = (room: Pick<DoorRoom, "capacity" | "reserve" | "stageSeats">): number =>
  audienceLimit(room.capacity, room.reserve, room.stageSeats);

/** Open seats, and those that are kept for somebody. */
export const seatsTaken = (room: Pick<DoorRoom, "openSeats" | "keptSeats">): number =>
  room.openSeats + (room.keptSeats ?? 0);

function sitsInFamily(room: DoorRoom, arrival: Arrival, left: DoorRoom | null): boolean {
  if (arrival.seat?.roomId === room.id) return true;
  return left !== null && (left.mainRoomId ?? left.id) === (room.mainRoomId ?? room.id);
}

/** A hidden room's keys are lib/domain/rooms/visibility.ts's to judge; in a social room an invitation counts like being followed. */
function mayEnter(room: DoorRoom, arrival: Arrival): boolean {
  return room.kind !== "social" || arrival.followedByLeader || arrival.invited || room.createdById === arrival.personId;
}

/** Whether a live room with people in it would be without host and moderator once this one goes. */
function leavesNobodyInCharge(left: DoorRoom, role: Role): boolean {
  // An overflow room without a leader is a plain mirror (behaviours 20).
  return left.status === "live" && !left.mainRoomId && isLeader(role) && left.leaderSeats <= 1 && left.openSeats > 1;
}
