/** How long an archive can be fetched. */
export const EXPORT_KEPT_MS = 10 * 60_000;

/** How often a worker begins one before it is given up. */
export const MAX_EXPORT_TRIES = 3;
