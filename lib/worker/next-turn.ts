import type { Pace } from "./pace";

/** What a room is sent, each stream in messages of its own; in the order of who goes first. */
export const STREAMS = ["everyone", "main", "moderators", "persons", "passing", "moderatorsPassing"] as const;

export type Stream = (typeof STREAMS)[number];

/** A stream that was sent within this time has had its share: others go first, and it leaves a place free for them. */
const SHARE_MS: Record<Stream, number> = {
  everyone: 500,
  main: 500,
  moderators: 1_000,
  persons: 1_000,
  passing: 1_000,
  moderatorsPassing: 1_000,
};

/** Whose turn it is, and how long until then. */
export type Turn = { stream: Stream; waitMs: number };

/**
 * Which of the waiting streams is sent next; null where none waits. Pure. An act that all must see goes out at once even
 * while the moderators' stream is full of hands, since that one leaves a place free; and none waits for good.
 * What passes is sent once a second at most. Source: mechanics, announcements.
 */
export function nextTurn(
  waiting: ReadonlySet<Stream>,
  sentAt: Readonly<Partial<Record<Stream, number>>>,
  pace: Pick<Pace, "waitMs">,
  now: number,
): Turn | null {
  let next: (Turn & { shareAt: number }) | null = null;
  for (const stream of STREAMS) {
    if (!waiting.has(stream)) continue;
    const shareAt = (sentAt[stream] ?? Number.NEGATIVE_INFINITY) + SHARE_MS[stream];
    const restMs = Math.max(0, shareAt - now);
    const mayGoOn = stream !== "passing" && stream !== "moderatorsPassing";
    const itsShareMs = Math.max(restMs, pace.waitMs(now));
    const waitMs = mayGoOn && restMs > 0 ? Math.min(itsShareMs, pace.waitMs(now, 1)) : itsShareMs;
    const isSooner = !next || waitMs < next.waitMs || (waitMs === next.waitMs && shareAt < next.shareAt);
    if (isSooner) next = { stream, waitMs, shareAt };
  }
  return next && { stream: next.stream, waitMs: next.waitMs };
}
