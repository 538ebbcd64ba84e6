import { RunningContext } from "@/lib/client/browser/running-context";
import { type DeviceWatcher, watchDevice } from "./watch-device";

/** Not every browser lets a context choose. */
type WithSink = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/**
 * The page's one audio context: carries what elements cannot do by themselves (the volume of one voice on an iPhone) and
 * reads the person's own level. Phones let it run only from a tap on. Calls and locked screens stop it, and nothing may depend on it then.
 */
class PageContext {
  #kept: RunningContext | null = null;
  #wanted = false;
  #running = false;
  #outputId: string | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #watcher: DeviceWatcher = { look: () => this.#look(), tapped: () => this.#running || this.unlock() };

  /** Makes and resumes it. Call it inside a tap. Null where the system gives none. */
  unlock(): AudioContext | null {
    this.#wanted = true;
    if (this.#kept?.context.state === "closed") this.#kept = null;
    try {
      this.#kept ??= this.#make();
    } catch {
      // The system gives no more contexts: voices are played as they come.
      return null;
    }
    watchDevice.join(this.#watcher);
    void this.#kept.resume();
    this.#look();
    return this.#kept.context;
  }

  /** Nobody is in a room any more. */
  rest(): void {
    this.#wanted = false;
    watchDevice.leave(this.#watcher);
    void this.#kept?.context.suspend().catch(() => {});
  }

  /** The context while it really runs, and null while it does not. */
  readonly running = (): AudioContext | null => (this.#running ? (this.#kept?.context ?? null) : null);

  /** Moves to the loudspeaker that the elements use; null for the system's own. Some browsers leave it to the system. */
  moveOutput(outputId: string | null): void {
    const context: WithSink | undefined = this.#kept?.context;
    if (!context || outputId === this.#outputId) return;
    this.#outputId = outputId;
    context.setSinkId?.(outputId ?? "").catch(() => {});
  }

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  #make(): RunningContext {
    const kept = new RunningContext(new AudioContext());
    kept.context.addEventListener("statechange", () => this.#look());
    return kept;
  }

  #look(): void {
    if (!this.#kept) return;
    const running = this.#wanted ? this.#kept.keepRunning() : this.#kept.runs();
    if (running === this.#running) return;
    this.#running = running;
    for (const tell of this.#watchers) tell();
  }
}

export const pageContext = new PageContext();
