import { type Actor, can } from "@/lib/domain/permissions";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { RoomStatus } from "./room";

type EditableRoom = { status: RoomStatus; createdById: string; openSeats: number };

/**
 * Whether somebody may change a room's details. Whoever made it may, seated or not, until it ends; narrowing throws
 * nobody out, so the capacity cannot fall below the seats that are taken. Source: behaviours 6.
 */
export function editRoom(
  room: EditableRoom,
  personId: string,
  seat: Actor | null,
  changes: { capacity?: number },
): Ruling<null, "not_allowed" | "room_ended" | "capacity_below_seats"> {
  const may = room.createdById === personId || (seat !== null && can(seat, "editRoom"));
  if (!may) return refused("not_allowed");
  if (room.status === "ended") return refused("room_ended");
  const { capacity } = changes;
  if (capacity !== undefined && capacity < room.openSeats) {
    return refused("capacity_below_seats", { openSeats: room.openSeats });
  }
  return granted(null);
}
