import { readDelayMs } from "@/lib/client/browser/retry-delay";
import type { AudiencePage } from "@/lib/wire/roster/views";
import { roster } from "./roster";

/** The server's snapshot may be so old: a reading any sooner after the news might miss them. */
const SNAPSHOT_AGE_MS = 1_000;

/** After an answer that did not come. */
const ANEW_MS = 5_000;

/**
 * Keeps the section of the audience that the speakers follow: read at once when it is first shown, then only when its version
 * has changed, spread like every reading that a whole room does together. Source: mechanics, announcements.
 */
export class FollowedSection {
  #held: string | null = null;
  #wanted: string | null = null;
  #people = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #stopped = false;
  readonly #roomId: string;
  readonly #onRead: (page: AudiencePage) => void;

  constructor(roomId: string, onRead: (page: AudiencePage) => void) {
    this.#roomId = roomId;
    this.#onRead = onRead;
    this.#readIn(0);
  }

  /** The version that was announced, null while none was, and how many people hear it. */
  want(version: string | null, people: number): void {
    this.#people = people;
    if (version === this.#wanted) return;
    this.#wanted = version;
    if (version !== null && version !== this.#held) this.#readSoon();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #readSoon(): void {
    this.#readIn(SNAPSHOT_AGE_MS + readDelayMs(this.#people, Math.random()));
  }

  /** Several calls are one reading. */
  #readIn(delayMs: number): void {
    this.#timer ??= setTimeout(() => void this.#readNow(), delayMs);
  }

  async #readNow(): Promise<void> {
    const wanted = this.#wanted;
    const answer = await roster.readAudience(this.#roomId, "followed", null);
    this.#timer = null;
    if (this.#stopped) return;
    if (!answer.ok) return this.#readIn(ANEW_MS * (0.5 + Math.random()));
    this.#held = answer.value.version;
    this.#onRead(answer.value);
    // What was announced meanwhile may be newer than this answer.
    if (this.#wanted !== wanted && this.#wanted !== this.#held) this.#readSoon();
  }
}
