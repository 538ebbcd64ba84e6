import type { StageSignal } from "@/lib/wire/stage/stage-signal";

/** Quieter levels are not sent: no ring is drawn for them, and a room's noise shall not send four messages a second. */
const SOFTEST = 0.005;

/** Source: mechanics, announcements ("at most four times a second"). */
export const SIGNAL_EVERY_MS = 250;

/** For people who came in meanwhile. */
const REPEAT_MS = 2_000;

/** What is known of the stage. `levels` by person id, 0 to 1; people who are muted or not on the stage are not sent. */
type StageState = {
  reach: boolean;
  present: readonly string[];
  open: readonly string[];
  levels: ReadonlyMap<string, number>;
};

/** The message for overflow rooms; equal states give equal messages. Pure. */
export function stageSignal({ reach, present, open, levels }: StageState): StageSignal {
  if (!reach) return { reach, speaking: {}, open: [], present: [] };
  const inOrder = [...open].sort();
  const speaking = inOrder.flatMap((id) => {
    const level = Math.min(1, levels.get(id) ?? 0);
    return level < SOFTEST ? [] : [[id, Math.round(level * 1_000) / 1_000] as const];
  });
  return { reach, speaking: Object.fromEntries(speaking), open: inOrder, present: [...present].sort() };
}

/** Says when one overflow room gets the signal: at a change, but at most four times a second, and again every two seconds. */
export class SignalPace {
  #last = "";
  #sentAt = Number.NEGATIVE_INFINITY;

  /** Whether this message is due now; then it counts as sent. */
  isDue(words: string, nowMs: number): boolean {
    const passed = nowMs - this.#sentAt;
    // Timers come a little early at times, and one that came early must not cost a whole turn.
    if (passed < (words === this.#last ? REPEAT_MS : SIGNAL_EVERY_MS) - 10) return false;
    this.#last = words;
    this.#sentAt = nowMs;
    return true;
  }
}
