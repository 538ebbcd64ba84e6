import type { RoomScene } from "@/components/room/use-room";

/** Whether the room is without host and moderator once I go, while others still sit in it. Source: behaviours 19. */
export function leadsAlone({ me, stage, view, may }: RoomScene): boolean {
  // Whoever just came up may be seen on stage before the next count tells of them.
  const isAlone = view.room.openSeats <= 1 && stage.length <= 1;
  // An overflow room without a leader is a plain mirror of its stage.
  if (!me || !may("editRoom") || isAlone || view.main) return false;
  return !stage.some(({ id, role }) => id !== me.personId && (role === "host" || role === "moderator"));
}
