import { waitOrOnline } from "@/lib/client/browser/wait-or-online";
import type { ApiAnswer, ApiRefusal } from "@/lib/client/call";
import type { CloseReason, Connection } from "@/lib/client/room/connection";
import { mayPass, pauseMs } from "@/lib/client/room/obstacles";
import { loadSound } from "@/lib/client/sound/load-sound";
import type { MediaPass } from "@/lib/wire/seats/views";
import { interpretingApi } from "./interpreting-api";

/** Where to connect: `key` tells one from another, `join` asks for the way in, anew for each connection. */
export type LinkTarget = { key: string; join: () => Promise<ApiAnswer<{ media: MediaPass }>> };

/** The channel of one hall. */
export const channelOf = (hallId: string, language: string): LinkTarget => ({
  key: `${hallId} ${language}`,
  join: () => interpretingApi.joinChannel(hallId, language),
});

/** A refusal that only somebody else's act can lift is asked about again now and then: the act may have been done. */
const REFUSED_MS = 5_000;

/** Another page of the same person took the channel over; it has the seat as well, which this page is about to hear of. */
const MOVED_MS = 3_000;

/**
 * One connection to a channel, or an interpreter's to the stage, beside the floor's: kept as long as it is wanted, and made anew whenever it is lost.
 * `onChange`: its voices, or whether there is one, may have changed.
 */
export class ChannelLink {
  /** Grows with every target; whatever began for an earlier one gives up. */
  #life = 0;
  #target: LinkTarget | null = null;
  #connection: Connection | null = null;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Null until it is open, and while it is lost. */
  get connection(): Connection | null {
    return this.#connection;
  }

  want(target: LinkTarget | null): void {
    if (target?.key === this.#target?.key) return;
    this.#target = target;
    const life = ++this.#life;
    void this.#connection?.close();
    this.#connection = null;
    if (target) void this.#keep(life, target);
    this.#onChange();
  }

  async #keep(life: number, target: LinkTarget): Promise<void> {
    for (let tries = 0; life === this.#life; tries++) {
      const ended = await this.#connect(life, target);
      if (ended === "lost") tries = 0;
      const refusal = typeof ended === "object" ? ended : null;
      const pause = pauseMs(refusal, tries, Math.random());
      const least = ended === "moved" ? MOVED_MS : refusal && !mayPass(refusal.code) ? REFUSED_MS : 0;
      await waitOrOnline(Math.max(pause, least));
    }
  }

  /** Until the connection ends, or why there was none; null where the media server could not be reached. */
  async #connect(life: number, { join }: LinkTarget): Promise<CloseReason | ApiRefusal | null> {
    const [pass, sound] = await Promise.all([join(), loadSound().catch(() => null)]);
    if (life !== this.#life || !sound) return null;
    if (!pass.ok) return pass;
    let end: (reason: CloseReason) => void = () => {};
    const closed = new Promise<CloseReason>((resolve) => {
      end = resolve;
    });
    const connection = new sound.Connection({
      changed: this.#onChange,
      announced: () => {},
      signalled: () => {},
      interrupted: () => {},
      restored: this.#onChange,
      closed: (reason) => end(reason),
    });
    const opened = await connection.open(pass.value.media.url, pass.value.media.token);
    if (!opened || life !== this.#life) {
      await connection.close();
      return null;
    }
    this.#connection = connection;
    this.#onChange();
    const reason = await closed;
    if (this.#connection === connection) {
      this.#connection = null;
      await connection.close();
      this.#onChange();
    }
    return reason;
  }
}
