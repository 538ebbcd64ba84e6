/**
 * What pg and Prisma say when Postgres cannot be reached, is starting or going down, has no room for one more, does not
 * answer in time, waited too long for a lock, or takes no writes (25006: a primary that became a standby).
 */
const AWAY = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections", "TlsConnectionError"],
  ...["25006", "25P03", "25P04", "55P03", "57014"],
]);

/** Whole classes of SQLSTATE: connection faults, no resources, operator intervention. */
const AWAY_STATE = /^(08|53|57P)[0-9A-Z]+$/;

/** Pools and clients name these faults by their text alone. */
const AWAY_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Can't reach database|not queryable|connection ended|Connection closed/i;

/** Deadlock and serialisation: nothing happened, and trying again is the remedy. */
const COLLISION = new Set(["40P01", "40001", "P2034", "TransactionWriteConflict"]);

const DUPLICATE = new Set(["23505", "P2002", "UniqueConstraintViolation"]);

/** Postgres cannot hold the value: a byte that is no text, a number out of range, a string too long. */
const UNFIT = new Set(["22001", "22003", "22008", "22021", "22P02", "22P05", "P2000", "P2020", "P2033"]);

/** Whether trying again later may help. A collision that outlived its own tries is one: somebody was quicker, again and again. */
export const isDatabaseAway = (fault: unknown): boolean =>
  signsOf(fault).some(
    ({ code, text }) => AWAY.has(code) || AWAY_STATE.test(code) || COLLISION.has(code) || AWAY_TEXT.test(text),
  );

export const isCollision = (fault: unknown): boolean => signsOf(fault).some(({ code }) => COLLISION.has(code));

export const isDuplicate = (fault: unknown): boolean => signsOf(fault).some(({ code }) => DUPLICATE.has(code));

/** What was asked cannot be stored or compared at all. */
export const isUnfitValue = (fault: unknown): boolean => signsOf(fault).some(({ code }) => UNFIT.has(code));

/**
 * Whether the connection that said so is of no use any more: it is lost, does not answer, or leads to a server that
 * takes no writes. A pool that kept it would hand the fault to the next caller.
 */
export const isConnectionSpoilt = (fault: unknown): boolean =>
  signsOf(fault).some(
    ({ code, text }) => code === "25006" || /^(08|57P)/.test(code) || code.startsWith("E") || AWAY_TEXT.test(text),
  );

/** Whether a connection kept silent beyond `query_timeout`. Postgres's own limits are shorter, so it was not heard. */
export const isUnanswered = (fault: unknown): fault is Error =>
  fault instanceof Error && /Query read timeout/i.test(fault.message);

type Sign = { code: string; text: string };

/** Prisma wraps what its driver said, and errors have causes; no sign lies deeper than this. */
const MAX_DEPTH = 6;

/** Every code and text of a fault and of what caused it, however they are wrapped. */
function signsOf(fault: unknown, depth = 0): Sign[] {
  if (typeof fault !== "object" || fault === null || depth > MAX_DEPTH) return [];
  const part = fault as Record<string, unknown>;
  const text = fault instanceof Error ? fault.message : "";
  const codes = [part.code, part.originalCode, part.kind].filter((code) => typeof code === "string");
  const inner = [part.cause, part.meta, part.driverAdapterError, ...(Array.isArray(part.errors) ? part.errors : [])];
  return [
    ...["", ...codes].map((code) => ({ code, text })),
    ...inner.flatMap((wrapped) => signsOf(wrapped, depth + 1)),
  ];
}
