import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/server/postgres/log";

/** Sends an answer of a handler over node:http. As text, head and body leave in one write. Never throws. */
export async function send(answer: Response, { method }: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await answer.text();
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) response.appendHeader(name, value);
    response.setHeader("content-length", Buffer.byteLength(body));
    response.end(method === "HEAD" ? undefined : body);
  } catch (fault) {
    log().error({ err: fault }, "an answer was not delivered");
    response.destroy();
  }
}
