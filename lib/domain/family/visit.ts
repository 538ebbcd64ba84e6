const PREFIX = "visit:";

/** A visit ends by itself so long after it was last renewed. */
export const VISIT_LEASE_MS = 30_000;

/** Under which name somebody listens in to a hall: their seat's own connection is in the main room. */
export const visitIdentity = (personId: string): string => `${PREFIX}${personId}`;

/** Whose visit this connection is; null for anybody else's. */
export const visitorOf = (identity: string): string | null =>
  identity.startsWith(PREFIX) ? identity.slice(PREFIX.length) : null;
