import { IDLE, type SessionState } from "./session-state";

/**
 * The state of the page's one room session, for React's useSyncExternalStore. Small on purpose: every page has it,
 * while the session itself is fetched only where a room is joined.
 */
class RoomStore {
  #state: SessionState = IDLE;
  #watchers = new Set<() => void>();

  readonly state = (): SessionState => this.#state;

  /** On the server, and while a page wakes up, nobody is in a room. */
  readonly serverState = (): SessionState => IDLE;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  readonly become = (next: SessionState): void => {
    if (next === this.#state) return;
    this.#state = next;
    for (const tell of this.#watchers) tell();
  };
}

export const roomStore = new RoomStore();
