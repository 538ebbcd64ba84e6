import { awayService } from "@/lib/domain/service-away";
import { isDatabaseAway, isUnfitValue } from "@/lib/server/postgres/database-fault";
import { log } from "@/lib/server/postgres/log";
import { refusal } from "./answers";

const RETRY_AFTER_SECONDS = 2;

/**
 * Turns a thrown fault into one answer: 503 with Retry-After where a service is away, 422 for what Postgres cannot hold,
 * else one plain 500. Logged with the request's id. Faults are known by what they say, never by their class.
 */
export function answerFault(request: Request, fault: unknown): Response {
  const requestId = request.headers.get("x-request-id") ?? undefined;
  const away = awayService(fault) ?? (isDatabaseAway(fault) ? "database" : null);
  log()[away ? "warn" : "error"](
    { requestId, method: request.method, path: new URL(request.url).pathname, err: fault },
    away ? `${away} is away` : "fault",
  );
  if (away === "database") return refusal("database_away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (away === "media") return refusal("media_away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  // An input that slipped past its schema: our fault, and still theirs to change. The transaction is rolled back.
  return isUnfitValue(fault) ? refusal("bad_input", { reason: "out_of_range" }) : refusal("fault");
}
