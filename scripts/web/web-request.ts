import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { env } from "@/lib/env";

/** A request of node:http as handlers take it; null where node:http let something through that is no header. */
export function webRequest(request: IncomingMessage): Request | null {
  try {
    const headers = new Headers();
    for (let index = 0; index < request.rawHeaders.length; index += 2) {
      headers.append(request.rawHeaders[index] ?? "", request.rawHeaders[index + 1] ?? "");
    }
    const takesBody = request.method !== "GET" && request.method !== "HEAD";
    const hasBody = headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
    const body = takesBody && hasBody ? (Readable.toWeb(request) as ReadableStream<Uint8Array>) : null;
    return new Request(new URL(request.url ?? "/", env().PLENUM_URL), {
      method: request.method ?? "GET",
      headers,
      ...(body ? { body, duplex: "half" } : {}),
    });
  } catch {
    return null;
  }
}

/** A path part that is no valid encoding names nothing; the handler answers 404 for it. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
