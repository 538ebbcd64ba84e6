const PREFIX = "visit:";

/** Who listens in to a hall without a seat there, in the media server. Source: mechanics, seats and leases. */
export const visitIdentity = (personId: string): string => `${PREFIX}${personId}`;

/** The person whose visit this is; null for anybody else. */
export const visitorOf = (identity: string): string | null =>
  identity.startsWith(PREFIX) ? identity.slice(PREFIX.length) : null;
