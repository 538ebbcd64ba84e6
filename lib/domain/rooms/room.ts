/** `members`: for members of the club that the room was opened in. */
export const ROOM_KINDS = ["open", "social", "members", "closed"] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export const ROOM_STATUSES = ["scheduled", "live", "ended"] as const;
export type RoomStatus = (typeof ROOM_STATUSES)[number];

export const HAND_MODES = ["off", "followed", "everyone"] as const;
/** Whose hands go up. `followed`: of people that somebody on stage follows. Source: behaviours 14. */
export type HandMode = (typeof HAND_MODES)[number];

export const CHAT_MODES = ["off", "speakers", "followers", "everyone"] as const;
/** Who writes in the chat. `followers`: who follows the host or a moderator, and the stage. Source: behaviours 12. */
export type ChatMode = (typeof CHAT_MODES)[number];

/** The greatest wait between two lines of one person, in seconds. */
export const MAX_SLOW_SECONDS = 600;

/** Open seats of a room unless its host says otherwise. Source: behaviours 22. */
export const DEFAULT_CAPACITY = 5_000;

/** Overflow rooms that a family may have at once, unless the instance says otherwise. */
export const DEFAULT_OVERFLOW_ROOMS = 20;

/** How far a host may go on this instance. `overflowRooms` 0: no overflow. */
export type RoomLimits = { capacity: number; overflowRooms: number };

/** Places that a room with overflow keeps for its stage unless its host says otherwise. Source: behaviours 22. */
export const defaultReserve = (capacity: number): number => Math.min(50, Math.floor(capacity / 100));

/** A room whose host is gone, and that nobody else leads, waits this long for them. Source: behaviours 19. */
export const HOST_AWAY_MS = 2 * 60_000;

/** A live room that nobody sits in ends by itself after this long. Source: behaviours 20. */
export const EMPTY_ROOM_MS = 5 * 60_000;

/**
 * How many open seats the room may have before the door refuses listeners.
 * Places of the stage that are not taken yet stay free. Source: mechanics, the door.
 */
export const audienceLimit = (capacity: number, reserve: number, openStageSeats: number): number =>
  capacity - Math.max(0, reserve - openStageSeats);
