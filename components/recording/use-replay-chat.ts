import { useCallback, useEffect, useRef, useState } from "react";
import { recordingApi } from "@/lib/client/recording/recording-api";
import { lineOfMoment } from "@/lib/domain/recording/line-of-moment";
import type { ReplayChatPage, ReplayLine } from "@/lib/wire/recording/views";

/** So many messages before the last that is here, the next ones are fetched. */
const AHEAD = 10;

type Way = "earlier" | "later" | "around";

type Held = ReplayChatPage & { busy: Way | null; failed: Way | null };

const NOTHING: Held = { lines: [], earlier: false, later: false, busy: null, failed: null };

/**
 * The chat beside a recording, as much of it as was fetched: around `ms`, the moment that is heard, and from there as far as the reader
 * or the recording goes. `current`: the message of that moment, -1 before the first.
 */
export function useReplayChat(roomId: string, recordingId: string, ms: number) {
  const [held, setHeld] = useState(NOTHING);
  const asking = useRef(false);

  const ask = useCallback(
    async (way: Way, where: { before?: number; after?: number; at?: number }): Promise<void> => {
      if (asking.current) return;
      asking.current = true;
      setHeld((before) => ({ ...before, busy: way, failed: null }));
      const answer = await recordingApi.readReplayChat({ roomId, recordingId }, where);
      asking.current = false;
      setHeld((before) =>
        answer.ok
          ? { ...joined(before, answer.value, way), busy: null, failed: null }
          : { ...before, busy: null, failed: way },
      );
    },
    [roomId, recordingId],
  );

  const { lines, earlier, later, failed } = held;
  const current = lineOfMoment(lines, ms);
  const readEarlier = (): void => void ask("earlier", { before: lines[0]?.number });
  const readLater = (): void => void ask("later", { after: lines.at(-1)?.number });
  const readAround = (): void => void ask("around", { at: Math.floor(ms) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment that is heard first, and then only where it leads out of what is here.
  useEffect(readAround, [ask]);

  const isAway = isOutside(held, ms);
  const isNearEnd = later && current >= lines.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is asked again by its reader alone, not at each moment.
  useEffect(() => {
    if (failed !== null) return;
    if (isAway) readAround();
    else if (isNearEnd) readLater();
  }, [isAway, isNearEnd, lines]);

  const again = failed && { earlier: readEarlier, later: readLater, around: readAround }[failed];
  return { lines, earlier, later, busy: held.busy, again, current, readEarlier, readLater };
}

/** The moment lies before or behind all that was fetched, where there is more. */
function isOutside({ lines, earlier, later }: ReplayChatPage, ms: number): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  return (earlier && ms < first.atMs) || (later && ms > last.atMs);
}

function joined(before: ReplayChatPage, page: ReplayChatPage, way: Way): ReplayChatPage {
  if (way === "around") return page;
  const [older, newer]: ReplayLine[][] = way === "earlier" ? [page.lines, before.lines] : [before.lines, page.lines];
  const lines = [...(older ?? []), ...(newer ?? [])];
  return way === "earlier" ? { ...before, lines, earlier: page.earlier } : { ...before, lines, later: page.later };
}
