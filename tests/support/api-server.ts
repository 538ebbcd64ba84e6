import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { answerBroken } from "@/scripts/web/answer-broken";
import { send } from "@/scripts/web/send";
import { takeRequest } from "@/scripts/web/take-request";

type Route = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response> | Response;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const MODULES = import.meta.glob<Record<string, Route>>("/app/api/**/route.ts", { eager: true });

/** Every handler of app/api, by its method and its path of folders. */
export const HANDLERS = Object.entries(MODULES).flatMap(([file, module]) =>
  METHODS.flatMap((method) => {
    const handler = module[method];
    return handler ? [{ method, path: file.slice("/app".length, -"/route.ts".length), handler }] : [];
  }),
);

/** The whole API behind the real web entry, with nothing of Next between: `[name]` in a folder's name matches one part. */
export async function startApi(): Promise<{ port: number; stop: () => Promise<void> }> {
  const routes = HANDLERS.map(({ method, path, handler }) => {
    const names = [...path.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? "");
    const pattern = path.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)");
    return { method, pattern: new RegExp(`^${pattern}/?$`), names, handler, special: names.length };
  }).sort((one, other) => one.special - other.special);

  // As Next does it: no names where the path has none.
  const passOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(path));
    if (!route) return send(new Response(null, { status: 404 }), request, response);
    const parts = route.pattern.exec(path)?.slice(1) ?? [];
    const pairs = route.names.map((name, index) => [name, decodeURIComponent(parts[index] ?? "")]);
    const params = pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
    return send(
      await route.handler(webRequest(request, response), { params: Promise.resolve(params) }),
      request,
      response,
    );
  };
  const server = createServer((request, response) =>
    takeRequest(request, response, (...given) => {
      passOn(...given).catch((fault: unknown) => {
        response.statusCode = 500;
        response.end(String(fault));
      });
    }),
  );
  server.on("clientError", answerBroken);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function webRequest(request: IncomingMessage, response: ServerResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const method = request.method ?? "GET";
  const body = method === "GET" ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
  const init = { method, headers, signal: gone.signal, ...(body && { body, duplex: "half" }) };
  return new Request(new URL(request.url ?? "/", "http://localhost:3000"), init);
}
