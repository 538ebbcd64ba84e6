/** The five characters by which Postgres says what went wrong, whatever its language; EPIPE is none of them. */
const SQL_STATE = /^[0-9FHPX][0-9A-Z]{4}$/;

/** Prisma's own codes look alike: P2034. */
const OF_PRISMA = /^P[1-6]\d{3}$/;

/**
 * The SQLSTATE that Postgres answered, whether pg threw it or Prisma, which keeps it in the fault of its adapter. Null where
 * Postgres answered none, as when the connection was lost (ECONNRESET, EPIPE).
 */
export function sqlStateOf(fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  return stateIn(fault, "code") ?? stateIn(causeOfAdapter(fault), "originalCode");
}

function stateIn(fault: unknown, key: string): string | null {
  const code = partOf(fault, key);
  return typeof code === "string" && SQL_STATE.test(code) && !OF_PRISMA.test(code) ? code : null;
}

/** Prisma: `meta.driverAdapterError.cause`. */
const causeOfAdapter = (fault: unknown): unknown =>
  partOf(partOf(partOf(fault, "meta"), "driverAdapterError"), "cause");

const partOf = (whole: unknown, key: string): unknown =>
  typeof whole === "object" && whole !== null && key in whole ? Reflect.get(whole, key) : undefined;
