import type { Server } from "node:http";
import { log } from "@/lib/server/postgres/log";

/** Open requests get this long to end; the supervisor ends what takes longer than ten seconds. */
const DRAIN_MS = 5_000;

/** On SIGTERM or SIGINT: takes no new requests, lets open ones end, closes Next, and exits with 0. */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    log().info("stopping");
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(async () => {
      clearTimeout(cut);
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
