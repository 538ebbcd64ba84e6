import type { Connection } from "@/lib/client/room/connection";
import { LinkJudge, type WeakLink } from "@/lib/client/room/link-judge";
import { EchoJudge, LOOK_EVERY_MS } from "./echo-judge";
import { voiceLevels } from "./voice-levels";

/** Often enough to say it while it still helps, seldom enough to cost nothing. */
const READ_EVERY_MS = 5_000;

type Told = { link: (weak: WeakLink | null) => void; echo: () => void };

/** Watches what the person may do something about: a weak connection, and an echo from their own loudspeaker. */
export class WatchSound {
  #timers: ReturnType<typeof setInterval>[] = [];
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

  /** `ownId`: whose microphone it is. `isOpen`: whether it is heard now. */
  start(connection: Connection, ownId: string, isOpen: () => boolean): void {
    this.stop();
    const link = new LinkJudge();
    const echo = new EchoJudge();
    let echoed = false;
    const readLink = async (): Promise<void> => {
      // A connection that was closed meanwhile has no counters.
      const reading = await connection.readLink().catch(() => null);
      if (reading) this.#told.link(link.note(reading));
    };
    const listen = (): void => {
      if (echoed || !isOpen()) return;
      echoed = echo.note(voiceLevels.soundsOf(ownId));
      if (echoed) this.#told.echo();
    };
    this.#timers = [setInterval(() => void readLink(), READ_EVERY_MS), setInterval(listen, LOOK_EVERY_MS)];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}
