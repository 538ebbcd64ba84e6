import { type Actor, can } from "@/lib/domain/permissions";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { RoomKind, RoomStatus } from "./room";

type EditableRoom = {
  status: RoomStatus;
  createdById: string;
  openSeats: number;
  mainRoomId: string | null;
  kind: RoomKind;
  clubId: string | null;
  guestsAllowed: boolean;
};

/**
 * Whether somebody may change a room's details. The person who made it may, seated or not, until it ends; narrowing throws
 * nobody out, so the capacity cannot fall below the seats that are taken. The main room decides who is let into its family, and only a room of a club is for its members alone.
 * Source: behaviours 6.
 */
export function editRoom(
  room: EditableRoom,
  personId: string,
  seat: Actor | null,
  changes: { capacity?: number; kind?: RoomKind; guestsAllowed?: boolean },
): Ruling<null, "not_allowed" | "room_ended" | "bad_input" | "capacity_below_seats"> {
  const may = room.createdById === personId || (seat !== null && can(seat, "editRoom"));
  if (!may) return refused("not_allowed");
  if (room.status === "ended") return refused("room_ended");
  const { capacity, kind = room.kind, guestsAllowed = room.guestsAllowed } = changes;
  const letsInOthers = kind !== room.kind || guestsAllowed !== room.guestsAllowed;
  if (room.mainRoomId !== null && letsInOthers) return refused("not_allowed");
  if (kind === "members" && room.clubId === null) return refused("bad_input", { field: "kind", reason: "no_club" });
  if (capacity !== undefined && capacity < room.openSeats) {
    return refused("capacity_below_seats", { openSeats: room.openSeats });
  }
  return granted(null);
}
