import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

const HTML =
  '<!doctype html><html lang="en"><title>bare</title><body><button id="join">Join</button><script src="/client.js"></script></body></html>';

/**
 * Serves the bare LiveKit page on a port of its own, of loopback or of another address, until closed.
 * Its script is `bare-client.ts`, which needs no product behind it.
 */
export async function serveBarePage(address = "127.0.0.1"): Promise<{ url: string; close: () => Promise<void> }> {
  const bundle = await build({
    entryPoints: ["tests/support/bare-client.ts"],
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const server = createServer((request, response) => {
    const isScript = request.url === "/client.js";
    response.writeHead(200, {
      "content-type": isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
    });
    response.end(isScript ? script : HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
