const PREFIX = "relay:";

/** Who carries a family's stage, in every room and process: a successor pushes the ghost of a dead one out. Source: mechanics, relay. */
export const relayIdentity = (mainRoomId: string): string => `${PREFIX}${mainRoomId}`;

/** The main room whose relay this is; null for anybody else. */
export const relayOf = (identity: string): string | null =>
  identity.startsWith(PREFIX) ? identity.slice(PREFIX.length) : null;
