/** How long an invitation to the stage waits for its answer. Source: behaviours 16. */
export const OFFER_TTL_MS = 30_000;
