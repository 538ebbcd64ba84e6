import { createHash } from "node:crypto";
import { answerFault } from "./fault";
import { holdsTag } from "./holds-tag";

/** A feed's text, and when anything in it changed last; null where there is nothing to say when. */
export type Feed = {
  text: string;
  type: "text/calendar" | "application/rss+xml";
  changedAt: Date | null;
  fileName?: string;
};

/** Programs ask again every so often; one that was moved an hour before is known in time. */
const KEPT_SECONDS = 5 * 60;

/**
 * Answers with a feed, for all who ask alike, or with 404. Whoever holds just this text already is told so (304). `mine`: it is one
 * person's own, and no cache between keeps it.
 */
export async function feedAnswer(
  request: Request,
  read: () => Promise<Feed | null>,
  { mine = false } = {},
): Promise<Response> {
  try {
    const feed = await read();
    if (!feed) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
    const etag = `"${createHash("sha256").update(feed.text).digest("base64url").slice(0, 22)}"`;
    const headers: Record<string, string> = {
      ETag: etag,
      "Cache-Control": mine ? "private, no-cache" : `public, max-age=${KEPT_SECONDS}`,
      "Content-Type": `${feed.type}; charset=utf-8`,
      ...(mine && { "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" }),
      ...(feed.changedAt && { "Last-Modified": feed.changedAt.toUTCString() }),
      ...(feed.fileName && { "Content-Disposition": `inline; filename="${feed.fileName}"` }),
    };
    if (isHeld(request, etag, feed.changedAt)) return new Response(null, { status: 304, headers });
    return new Response(feed.text, { status: 200, headers });
  } catch (fault) {
    return answerFault(request, fault);
  }
}

/** By its tag; by its time only where no tag is named (RFC 9110, 13.2.2). */
function isHeld(request: Request, etag: string, changedAt: Date | null): boolean {
  const holds = holdsTag(request, etag);
  if (holds !== null) return holds;
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  // A header knows no parts of a second.
  return changedAt !== null && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since;
}

/** When the newest of these changed. */
export const newest = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
