/** How long a page is out of sight before the server is asked for the time again: many devices stop counting while they sleep. */
const ASLEEP_MS = 30_000;

/** The header of an answer knows whole seconds. */
const HEADER_STEP_MS = 1_000;

/**
 * The server's time on a device whose own clock may be wrong: what the server said in the page, and how long ago that is by the
 * time that the page has run, which nobody sets. Once a page was out of sight, the server is asked again.
 */
export class ServerClock {
  #aheadMs: number;
  #hiddenAt: number | null = null;

  /** `said`: the server's time in the page. It was on its way since then, for as long as the page's text was at most. */
  constructor(said: number) {
    this.#aheadMs = said - performance.now();
  }

  now(): number {
    return this.#aheadMs + performance.now();
  }

  /** Keeps the time right, until what it returns is called. */
  watch(): () => void {
    const look = (): void => {
      if (document.visibilityState === "hidden") this.#hiddenAt = Date.now();
      else if (this.#hiddenAt !== null) {
        const away = Math.abs(Date.now() - this.#hiddenAt);
        this.#hiddenAt = null;
        if (away > ASLEEP_MS) void this.ask();
      }
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }

  /** Puts the time between what the server's answer allows; where none comes it stays as it is. */
  async ask(): Promise<void> {
    const sent = performance.now();
    const answer = await fetch("/api/health", { method: "HEAD", cache: "no-store" }).catch(() => null);
    const received = performance.now();
    const header = Date.parse(answer?.headers.get("date") ?? "");
    if (Number.isNaN(header)) return;
    // The server wrote the header somewhere between asking and answer, within the second that it names.
    const [least, most] = [header - received, header + HEADER_STEP_MS - sent];
    this.#aheadMs = Math.min(most, Math.max(least, this.#aheadMs));
  }
}
