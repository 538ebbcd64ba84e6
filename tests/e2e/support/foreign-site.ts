import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A page that is not ours, on a port of its own: another site by `127.0.0.1`, the same one by `localhost`. */
export type ForeignSite = { elsewhere: string; beside: string; close: () => Promise<void> };

/** Serves that HTML in its page's body. */
export async function openForeignSite(html: string): Promise<ForeignSite> {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title><main><h1>A blog</h1>${html}</main>`;
  const server: Server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { elsewhere: `http://127.0.0.1:${port}/`, beside: `http://localhost:${port}/`, close };
}
