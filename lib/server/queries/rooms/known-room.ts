import type { RoomId } from "@/lib/domain/ids";
import { isHiddenKind } from "@/lib/domain/rooms/visibility";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import { asSeenBy } from "./as-seen-by";
import { type RoomSnapshot, roomSnapshot } from "./room-snapshot";
import { currentSnapshot } from "./room-view";
import { type Onlooker, visibilityOf } from "./visibility";

/**
 * The room's shared snapshot, if this person sees it, as they see it. A thousand browsers that read a room again at once ask one question
 * about all of them. For visitors without an account, who sit in no room and were put out of none, it is at most a second
 * old: a crowd that opens the page of a room that is not hidden asks nothing at all.
 */
export async function knownRoom(caller: Onlooker, roomId: RoomId): Promise<RoomSnapshot | null> {
  const snapshot = caller
    ? await currentSnapshot(roomId)
    : await roomSnapshot(roomId, { version: 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (!snapshot || (!caller && !isHiddenKind(snapshot.view.room.kind))) return snapshot;
  return (await visibilityOf(caller, roomId))?.sight === "room" ? asSeenBy(caller, snapshot) : null;
}
