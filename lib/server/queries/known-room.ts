import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomSnapshot } from "./room-snapshot";
import { currentSnapshot } from "./room-view";
import { visibleRoom } from "./visible-room";

/**
 * The room's shared snapshot, if this person may know of it. Only a closed room costs a question about the person:
 * a thousand browsers that read an open one again at once ask nothing each.
 */
export async function knownRoom(caller: { id: PersonId } | null, roomId: RoomId): Promise<RoomSnapshot | null> {
  const snapshot = await currentSnapshot(roomId);
  if (snapshot?.view.room.kind !== "closed") return snapshot;
  return (await visibleRoom(caller, roomId)) && snapshot;
}
