const PREFIX = "recorder:";

/** Who records a room, in LiveKit and as the name of the lease. A successor pushes the ghost of a dead one out. */
export const recorderIdentity = (roomId: string): string => `${PREFIX}${roomId}`;

/** The room that this one records; null for anybody else. */
export const recorderOf = (identity: string): string | null =>
  identity.startsWith(PREFIX) ? identity.slice(PREFIX.length) : null;
