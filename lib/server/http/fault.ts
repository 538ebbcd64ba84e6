import { ServiceAway } from "@/lib/domain/service-away";
import { log } from "@/lib/server/postgres/log";
import { refusal } from "./answers";

const RETRY_AFTER_SECONDS = 2;

/** What pg and Prisma say when Postgres cannot be reached, is starting or is going down. */
const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "53300",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);

/** Turns a thrown fault into one answer: 503 with Retry-After where a service is away, else one plain 500. Logged with the request's id. */
export function answerFault(request: Request, fault: unknown): Response {
  const requestId = request.headers.get("x-request-id") ?? undefined;
  const away = serviceAway(fault);
  log()[away ? "warn" : "error"](
    { requestId, method: request.method, path: new URL(request.url).pathname, err: fault },
    away ? `${away} is away` : "fault",
  );
  if (away === "database") return refusal("database_away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (away === "media") return refusal("media_away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  return refusal("fault");
}

function serviceAway(fault: unknown): "database" | "media" | null {
  if (fault instanceof ServiceAway) return fault.service;
  return isDatabaseAway(fault) ? "database" : null;
}

/** Whether a fault, or what caused it, says that Postgres cannot be reached. */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ("code" in fault && typeof fault.code === "string" && DATABASE_AWAY.has(fault.code)) return true;
  if (/Connection terminated|timeout exceeded when trying to connect|Can't reach database/.test(fault.message))
    return true;
  return isDatabaseAway(fault.cause);
}
