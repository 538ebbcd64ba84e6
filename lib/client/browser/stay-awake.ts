const ASK_AGAIN_MS = 2_000;

/** Keeps the screen from going dark while somebody is on stage or interprets: a phone that locks takes the microphone away. */
export class StayAwake {
  #wanted = false;
  #lock: WakeLockSentinel | null = null;
  #isAsking = false;

  constructor() {
    // The system takes the lock from a page that is not in view, and gives none to it.
    document.addEventListener("visibilitychange", () => void this.#agree());
  }

  hold(wanted: boolean): void {
    if (this.#wanted === wanted) return;
    this.#wanted = wanted;
    void this.#agree();
  }

  async #agree(): Promise<void> {
    if (!this.#wanted) {
      const lock = this.#lock;
      this.#lock = null;
      return lock?.release();
    }
    if (this.#isAsking || document.visibilityState !== "visible" || this.#lock?.released === false) return;
    this.#isAsking = true;
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (!lock) return;
      if (!this.#wanted) return await lock.release();
      this.#lock = lock;
      // A power saver takes it, too, and tells nobody when it gives locks again.
      lock.addEventListener("release", () => setTimeout(() => void this.#agree(), ASK_AGAIN_MS));
    } catch {
      // Saving power goes before us; nothing but a dark screen follows.
    } finally {
      this.#isAsking = false;
    }
  }
}
