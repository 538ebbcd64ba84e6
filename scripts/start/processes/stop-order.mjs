const ORDER = ["web", "worker", "relay", "livekit", "postgres"];

/** How long each one may take to end by itself. */
export const STOP_GRACE_MS = 10_000;

/**
 * Those who use others are stopped before the others: web first, Postgres last.
 * @template Value
 * @param {Value[]} children
 * @param {(child: Value) => string} nameOf
 */
export function sortToStop(children, nameOf = (child) => child.name) {
  return [...children].sort((one, other) => ORDER.indexOf(nameOf(one)) - ORDER.indexOf(nameOf(other)));
}
