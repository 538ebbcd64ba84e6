import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import { log } from "@/lib/server/postgres/log";
import { answerBroken } from "@/scripts/web/answer-broken";
import { stopOnSignal } from "@/scripts/web/stop-on-signal";
import { takeRequest } from "@/scripts/web/take-request";

/** A request's head must be here within this time, so that a slow sender holds no socket for long. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const MAX_HEADER_BYTES = 16 * 1024;

/** Longer than proxies keep theirs, so that none sends a request into a connection that is just being closed. */
const KEEP_ALIVE_MS = 75_000;

/**
 * The web process: a plain node:http server that answers the door and the sound of recordings itself and passes everything else to Next.
 * Tried: the same handler answers twice as many joins as it does behind Next's router (measures.md).
 */
async function main(): Promise<void> {
  const dev = env().NODE_ENV === "development";
  const app = next({ dev, dir: process.cwd(), hostname: env().PLENUM_BIND, port: env().PORT });
  await app.prepare();
  const passOn = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();

  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) =>
    takeRequest(request, response, (...given) => {
      passOn(...given).catch((fault: unknown) => {
        log().error({ err: fault }, "a request was not answered");
        response.destroy();
      });
    }),
  );
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
  server.on("clientError", answerBroken);

  server.listen(env().PORT, env().PLENUM_BIND, () => log().info({ port: env().PORT }, "ready"));
  stopOnSignal(server, () => app.close());
}

main().catch((fault: unknown) => {
  log().fatal({ err: fault }, "the web process could not start");
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 100).unref();
});
