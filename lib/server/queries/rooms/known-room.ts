import type { PersonId, RoomId } from "@/lib/domain/ids";
import { MAX_SNAPSHOT_AGE_MS } from "./kept-by-room";
import { type RoomSnapshot, roomSnapshot } from "./room-snapshot";
import { currentSnapshot } from "./room-view";
import { visibleRoom } from "./visible-room";

/**
 * The room's shared snapshot, if this person may know of it. Only a closed room costs a question about the person:
 * a thousand browsers that read an open one again at once ask nothing each. For those who are nobody yet, and so sit in no
 * room, it is at most a second old: a crowd that opens its page asks nothing at all.
 */
export async function knownRoom(caller: { id: PersonId } | null, roomId: RoomId): Promise<RoomSnapshot | null> {
  const snapshot = caller
    ? await currentSnapshot(roomId)
    : await roomSnapshot(roomId, { version: 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (snapshot?.view.room.kind !== "closed") return snapshot;
  return (await visibleRoom(caller, roomId)) && snapshot;
}
