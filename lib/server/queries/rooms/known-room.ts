import type { RoomId } from "@/lib/domain/ids";
import { isHiddenKind } from "@/lib/domain/rooms/visibility";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import { asSeenBy } from "./as-seen-by";
import { fromOutside, sitsIn } from "./from-outside";
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
  if (!snapshot) return null;
  if (!caller && !isHiddenKind(snapshot.view.room.kind)) return fromOutside(null, snapshot);
  return (await visibilityOf(caller, roomId))?.sight === "room"
    ? fromOutside(caller, await asSeenBy(caller, snapshot))
    : null;
}

/** The same where who is in the room and what is said there is asked for: of one that is not live yet, only for those who are in it. */
export async function knownInside(caller: Onlooker, roomId: RoomId): Promise<RoomSnapshot | null> {
  const known = await knownRoom(caller, roomId);
  return known && (known.view.room.status !== "scheduled" || sitsIn(caller, known)) ? known : null;
}
