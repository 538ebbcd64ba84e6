import type { RoomId } from "@/lib/domain/ids";
import { type Onlooker, type SeenRoom, visibilityOf } from "./visibility";

/** The room, if this person sees it (lib/domain/rooms/visibility.ts); null otherwise, the same as for a room that is not there. */
export async function visibleRoom(caller: Onlooker, roomId: RoomId): Promise<SeenRoom | null> {
  const seen = await visibilityOf(caller, roomId);
  return seen?.sight === "room" ? seen.room : null;
}
