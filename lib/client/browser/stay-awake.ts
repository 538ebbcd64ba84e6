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
      if (this.#wanted) this.#lock = lock;
      else await lock.release();
    } catch {
      // Saving power goes before us; nothing but a dark screen follows.
    } finally {
      this.#isAsking = false;
    }
  }
}
