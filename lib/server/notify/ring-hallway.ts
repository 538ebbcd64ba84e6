import type { RoomId } from "@/lib/domain/ids";
import { ringSoon } from "./ring-soon";

/** The channel on which hallways hear that a room's card changed; the payload is the room's id. */
export const HALLWAY_CHANNEL = "hallway";

const RING_EVERY_MS = 300;

/** Tells hallways, soon and once for many changes, that these rooms' cards changed. */
export const ringHallway = (roomIds: readonly RoomId[]): void => ringSoon(HALLWAY_CHANNEL, roomIds, RING_EVERY_MS);
