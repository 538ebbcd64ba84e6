import type { RoomScene } from "./use-room";

/** Whether the room is without host and moderator once I go, while others still sit in it. Source: behaviours 19. */
export function leadsAlone({ me, stage, view, may }: RoomScene): boolean {
  if (!me || !may("editRoom") || view.room.openSeats <= 1) return false;
  return !stage.some(({ id, role }) => id !== me.personId && (role === "host" || role === "moderator"));
}
