import type { Actor } from "@/lib/domain/permissions";
import { isLeader } from "@/lib/domain/roles";
import type { RoomView } from "@/lib/wire/rooms/views";

/** Whether the room is without host and moderator once I go, while others still sit in it. Source: behaviours 19. */
export function leavesNobodyInCharge(
  { room, stage, main }: Pick<RoomView, "room" | "stage" | "main">,
  me: Actor,
): boolean {
  // An overflow room without a leader is a plain mirror of its stage, and before its hour a planned one awaits its host.
  if (!isLeader(me.role) || main || room.status !== "live") return false;
  // Somebody who just came up may be on stage before the next count includes them.
  const isAlone = room.openSeats <= 1 && stage.length <= 1;
  return !isAlone && !stage.some(({ id, role }) => id !== me.personId && isLeader(role));
}
