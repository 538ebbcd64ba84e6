import { createHash } from "node:crypto";
import openapi from "@/lib/wire/openapi.json";

const TEXT = JSON.stringify(openapi);
const ETAG = `"${createHash("sha256").update(TEXT).digest("base64url").slice(0, 22)}"`;

/** After an upgrade nobody works by the old contract for longer than this. */
const HEADERS = { ETag: ETAG, "Cache-Control": "public, max-age=300, must-revalidate" };

/** What the API takes and answers, for whoever writes a script. 304 for whoever holds just this. */
export function GET(request: Request): Response {
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (held.includes(ETAG)) return new Response(null, { status: 304, headers: HEADERS });
  return new Response(TEXT, { headers: { ...HEADERS, "Content-Type": "application/json" } });
}

export const dynamic = "force-dynamic";
