import { type DeviceWatcher, watchDevice } from "./watch-device";

/** A context whose clock stands still for so long does not run, whatever it says. */
const STILL_MS = 900;
const RESUME_EVERY_MS = 900;

/** Not every browser lets a context choose. */
type WithSink = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/**
 * The page's one audio context: carries what elements cannot do by themselves (the volume of one voice on an iPhone) and
 * reads the person's own level. Phones let it run only from a tap on. Calls and locked screens stop it, and nothing may depend on it then.
 */
class PageContext {
  #context: AudioContext | null = null;
  #wanted = false;
  #running = false;
  #clock = { time: 0, movedAt: 0 };
  #resumedAt = 0;
  #outputId: string | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #watcher: DeviceWatcher = { look: () => this.#look(), tapped: () => this.#running || this.unlock() };

  /** Makes and resumes it. Call it inside a tap. Null where the system gives none. */
  unlock(): AudioContext | null {
    this.#wanted = true;
    if (this.#context?.state === "closed") this.#context = null;
    try {
      this.#context ??= this.#make();
    } catch {
      // The system gives no more contexts: voices are played as they come.
      return null;
    }
    watchDevice.join(this.#watcher);
    void this.#resume();
    this.#look();
    return this.#context;
  }

  /** Nobody is in a room any more. */
  rest(): void {
    this.#wanted = false;
    watchDevice.leave(this.#watcher);
    void this.#context?.suspend().catch(() => {});
  }

  /** The context while it really runs, else null. */
  readonly running = (): AudioContext | null => (this.#running ? this.#context : null);

  /** Moves to the loudspeaker that the elements use; null for the system's own. Some browsers leave it to the system. */
  moveOutput(outputId: string | null): void {
    const context: WithSink | null = this.#context;
    if (!context || outputId === this.#outputId) return;
    this.#outputId = outputId;
    context.setSinkId?.(outputId ?? "").catch(() => {});
  }

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  #make(): AudioContext {
    const context = new AudioContext();
    context.addEventListener("statechange", () => {
      this.#clock.movedAt = performance.now();
      this.#look();
    });
    return context;
  }

  #look(): void {
    const context = this.#context;
    if (!context) return;
    const now = performance.now();
    if (context.currentTime !== this.#clock.time) this.#clock = { time: context.currentTime, movedAt: now };
    const standsStill = context.state === "running" && now - this.#clock.movedAt > STILL_MS;
    const running = context.state === "running" && !standsStill;
    if (!running && this.#wanted && now - this.#resumedAt > RESUME_EVERY_MS) void this.#resume(standsStill);
    if (running === this.#running) return;
    this.#running = running;
    for (const tell of this.#watchers) tell();
  }

  /** May be pending until a tap, or until a call has ended; the change of its state tells. */
  async #resume(standsStill = false): Promise<void> {
    this.#resumedAt = performance.now();
    try {
      // One that says it runs has to stop before it can begin.
      if (standsStill) await this.#context?.suspend();
      await this.#context?.resume();
    } catch {
      // Not now; it is tried again.
    }
  }
}

export const pageContext = new PageContext();
