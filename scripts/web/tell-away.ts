import type { ServerResponse } from "node:http";
import { takeAwayPage } from "@/lib/server/http/page-fault";

const RETRY_AFTER_SECONDS = 2;

/**
 * Next answers every page that failed with 500. Where it failed because Postgres or LiveKit is away it is 503, which
 * browsers, proxies and search engines take for what it is; the page itself stays the same.
 */
export function tellAway(requestId: string, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const told = (status: number, ...given: unknown[]): ServerResponse => {
    if (status !== 500 || !takeAwayPage(requestId)) return writeHead(status, ...given);
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    return writeHead(503, ...given);
  };
  Object.assign(response, { writeHead: told });
}
