import { setTimeout as sleep } from "node:timers/promises";
import { ROOM_EVENT_CHANNEL } from "@/lib/server/notify/write-room-events";
import { isDatabaseAway } from "@/lib/server/postgres/database-fault";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";

/** How soon is noticed what nobody says: work that is new, or whose relay died. */
const LOOK_EVERY_MS = 250;

/** What looks again and again at what there is to do. `concerns`: it does something in that room. */
type Worker = { look: () => Promise<void>; concerns: (roomId: string) => boolean; close: () => Promise<void> };

/** Lets it look until `signal`, several times a second and at once when something happens in a room that concerns it. */
export async function lookUntil(signal: AbortSignal, worker: Worker): Promise<void> {
  const stopListening = listen(ROOM_EVENT_CHANNEL, (roomId) => {
    if (roomId === null || worker.concerns(roomId)) void worker.look();
  });
  while (!signal.aborted) {
    await worker.look();
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  stopListening();
  await worker.close();
}

/** Runs one look at a time. */
export class Looks {
  readonly #lookOnce: () => Promise<void>;
  readonly #failed: string;
  #looking: Promise<void> | null = null;
  #again: Promise<void> | null = null;
  #closed = false;

  /** `failed`: what the log says of a look that failed; the next one makes up for it. */
  constructor(lookOnce: () => Promise<void>, failed: string) {
    this.#lookOnce = lookOnce;
    this.#failed = failed;
  }

  /** Never throws. A caller who asks meanwhile is answered by the next look, which sees what they have seen. */
  look(): Promise<void> {
    if (this.#looking) {
      this.#again ??= this.#looking.then(() => {
        this.#again = null;
        return this.look();
      });
      return this.#again;
    }
    if (this.#closed) return Promise.resolve();
    this.#looking = this.#lookOnce()
      .catch((fault: unknown) => log()[isDatabaseAway(fault) ? "debug" : "error"]({ err: fault }, this.#failed))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** No look begins any more; until the one that is under way has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#looking;
  }
}
