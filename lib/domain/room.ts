export const ROOM_KINDS = ["open", "social", "closed"] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

const ROOM_STATUSES = ["scheduled", "live", "ended"] as const;
export type RoomStatus = (typeof ROOM_STATUSES)[number];

/** Open seats of a room unless its host says otherwise. Source: behaviours 22. */
export const DEFAULT_CAPACITY = 5_000;

/** A live room that nobody sits in ends by itself after this long. Source: behaviours 20. */
export const EMPTY_ROOM_MS = 5 * 60_000;

/**
 * How many open seats the room may have before the door refuses listeners.
 * Places of the stage that are not taken yet stay free. Source: mechanics, the door.
 */
export const audienceLimit = (capacity: number, reserve: number, openStageSeats: number): number =>
  capacity - Math.max(0, reserve - openStageSeats);
