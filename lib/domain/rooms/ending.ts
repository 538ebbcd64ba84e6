import { type Actor, can } from "@/lib/domain/permissions";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { EMPTY_ROOM_MS, type RoomStatus } from "./room";

/** The longest farewell with which a room is ended, in characters. */
export const MAX_FAREWELL_LENGTH = 200;

/** A room as far as ending it goes. */
export type EndableRoom = { status: RoomStatus; createdById: string; mainRoomId?: string | null };

/**
 * The host ends the room, and the person who made it, seated or not; an overflow room is closed by the leaders of its
 * main room. `done`: it has ended already. `seat`: the open seat of the caller, here or in the main room, if they hold one.
 */
export function endRoom(
  room: EndableRoom,
  personId: string,
  seat: Actor | null,
): Ruling<"end" | "done", "not_allowed"> {
  const may = room.createdById === personId || (seat !== null && can(seat, room.mainRoomId ? "closeHall" : "endRoom"));
  if (!may) return refused("not_allowed");
  return granted(room.status === "ended" ? "done" : "end");
}

/**
 * Whether a live room ends by itself. The demo room waits for its voices instead. `lastWithSpace`: of an overflow room, that
 * a newcomer could sit nowhere else in the family. Source: behaviours 20.
 */
export const endsByItself = (
  room: { status: RoomStatus; demo: boolean; openSeats: number; emptySince: Date | null; lastWithSpace?: boolean },
  now: Date,
): boolean =>
  room.status === "live" &&
  !room.demo &&
  !room.lastWithSpace &&
  room.openSeats === 0 &&
  room.emptySince !== null &&
  now.getTime() - room.emptySince.getTime() >= EMPTY_ROOM_MS;

/** Whether a live room has waited in vain for its host. Source: behaviours 19. */
export const endsHostless = (room: { status: RoomStatus; hostAwayUntil: Date | null }, now: Date): boolean =>
  room.status === "live" && room.hostAwayUntil !== null && room.hostAwayUntil <= now;
