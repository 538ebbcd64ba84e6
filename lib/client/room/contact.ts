/**
 * After so long without a word from the room, the media server has said goodbye for us. The person comes back muted then,
 * since they cannot know who is listening by now. Source: behaviours 4; livekit.md, presence (15 to 20 s).
 */
export const OUT_OF_TOUCH_MS = 20_000;

/** When the page last heard from its room. By the wall's clock, which runs on while a laptop sleeps. */
export class Contact {
  #at = Date.now();
  readonly #lost: () => void;

  /** `lost`: called whenever the page finds that it heard nothing for too long. */
  constructor(lost: () => void) {
    this.#lost = lost;
  }

  heard(): void {
    this.#at = Date.now();
  }

  /** The connection broke: checks now, and again when contact is lost unless the room was heard by then. */
  broke(): void {
    this.check();
    setTimeout(() => this.check(), OUT_OF_TOUCH_MS);
  }

  check(): void {
    if (Date.now() - this.#at >= OUT_OF_TOUCH_MS) this.#lost();
  }
}
