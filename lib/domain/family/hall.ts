import { type Actor, can } from "@/lib/domain/permissions";
import { isLeader, isOnStage } from "@/lib/domain/roles";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** How many people talk on the stage of an overflow room at once, its leader among them. Source: behaviours 24. */
const LOCAL_STAGE_SEATS = 8;

/** The longest notice to all halls, in characters. */
export const MAX_NOTICE_LENGTH = 200;

/** A room of a family as far as its own stage goes. `mainRoomId` null: the main hall, whose stage has no such limit. */
export type HallStage = { mainRoomId: string | null; status: RoomStatus; stageSeats: number; leaderSeats: number };

/** Whether one more person may come on the stage of this room. */
export const hasStagePlace = (hall: Pick<HallStage, "mainRoomId" | "stageSeats">): boolean =>
  hall.mainRoomId === null || hall.stageSeats < LOCAL_STAGE_SEATS;

/**
 * Somebody offers to lead the overflow room that they sit in, which nobody leads: they moderate it from then on.
 * `done`: they lead it already. Source: behaviours 24.
 */
export function leadHall(
  seat: Actor,
  hall: HallStage,
): Ruling<"lead" | "done", "not_allowed" | "room_ended" | "has_leader" | "stage_full"> {
  // A leader of the main room acts here as well, and sits in their own.
  if (hall.mainRoomId === null || (seat.scope ?? "own") !== "own") return refused("not_allowed");
  if (hall.status !== "live") return refused("room_ended");
  if (isLeader(seat.role)) return granted("done");
  if (!can(seat, "leadHall")) return refused("not_allowed");
  if (hall.leaderSeats > 0) return refused("has_leader");
  if (!isOnStage(seat.role) && !hasStagePlace(hall)) return refused("stage_full");
  return granted("lead");
}

/** What is done about all halls of a family is done from its main room: an overflow room's moderators lead that one only. */
export const mayInFamily = (
  seat: Actor,
  action: "readHalls" | "sendToHall" | "sendNotice",
  room: { mainRoomId: string | null },
): boolean => room.mainRoomId === null && can(seat, action);

/** Whether this overflow room can be listened in to. People who sit in it hear it anyway. Source: behaviours 27. */
export function visitHall(
  actor: Actor,
  hall: Pick<HallStage, "mainRoomId" | "status">,
): Ruling<null, "not_allowed" | "room_ended"> {
  if (hall.mainRoomId === null || !can(actor, "visitHall")) return refused("not_allowed");
  return hall.status === "live" ? granted(null) : refused("room_ended");
}
