/**
 * So long without a word from the room, and the media server has said goodbye for us: whoever comes back after it comes
 * back muted, since they cannot know who is listening by now. Source: behaviours 4; livekit.md, presence (15 to 20 s).
 */
export const OUT_OF_TOUCH_MS = 20_000;

/** When the page last heard from its room. By the wall's clock, which runs on while a laptop sleeps. */
export class Contact {
  #at = Date.now();

  heard(): void {
    this.#at = Date.now();
  }

  get isLost(): boolean {
    return Date.now() - this.#at >= OUT_OF_TOUCH_MS;
  }
}
