import { channelRoom } from "@/lib/domain/interpreting/channel";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { relayToken } from "@/lib/media/tokens";
import type { Hall, LiveFamily } from "@/lib/server/relaying/live-families";
import type { Heard } from "@/lib/server/relaying/who-is-heard";
import { STAGE_TOPIC } from "@/lib/wire/stage/stage-signal";
import { ArrivalGate } from "./arrival-gate";
import { Carrier } from "./carrier";
import { occupiedChannels } from "./occupied-channels";
import { SilenceGate } from "./silence-gate";
import { SIGNAL_EVERY_MS, SignalPace, stageSignal } from "./stage-signal";

/** How soon a channel that somebody opened in a hall is noticed. */
const LOOK_FOR_CHANNELS_MS = 1_000;

/**
 * Everything that is carried in one family: the stage into its overflow rooms, with who speaks there, and each language's channel
 * into those halls where somebody listens to it. Carries on as before until it is told otherwise.
 */
export class FamilyRelay {
  readonly #halls = new Map<string, Hall>();
  readonly #paces = new Map<string, SignalPace>();
  readonly #channels = new Map<string, Carrier>();
  readonly #stage: Carrier;
  readonly #signals = setInterval(() => this.#signal(), SIGNAL_EVERY_MS);
  #looking: Promise<void> | null = null;
  #lookAtMs = 0;
  #closed = false;

  readonly #main: Hall;
  readonly #replaced: () => Promise<unknown>;

  /** `replaced`: another relay came in for this family; resolves when it is known whose the family is. */
  constructor(main: Hall, replaced: () => Promise<unknown>) {
    this.#main = main;
    this.#replaced = replaced;
    this.#stage = new Carrier({
      from: main.roomId,
      name: "stage",
      replaced,
      gate: () => new SilenceGate(),
      earToken: async () => {
        await makeRoom(main);
        return relayToken(main.roomId, main.roomId, "main");
      },
      mouthToken: async (roomId) => {
        const hall = this.#halls.get(roomId);
        if (hall) await makeRoom(hall);
        return relayToken(roomId, main.roomId, "hall");
      },
    });
  }

  /** Rooms that sound is carried into. */
  get size(): number {
    return this.#halls.size;
  }

  follow({ halls }: LiveFamily, { stage, channels }: Heard): void {
    if (this.#closed) return;
    this.#halls.clear();
    for (const hall of halls) this.#halls.set(hall.roomId, hall);
    for (const roomId of [...this.#paces.keys()]) if (!this.#halls.has(roomId)) this.#paces.delete(roomId);
    this.#stage.follow(stage, [...this.#halls.keys()]);
    if (Date.now() < this.#lookAtMs) return;
    this.#lookAtMs = Date.now() + LOOK_FOR_CHANNELS_MS;
    this.#looking ??= this.#followChannels(channels).finally(() => {
      this.#looking = null;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#signals);
    await this.#looking;
    await Promise.all([this.#stage, ...this.#channels.values()].map((carrier) => carrier.close()));
  }

  #signal(): void {
    const { ear, levels } = this.#stage;
    const state = { reach: ear.isConnected, present: ear.present, open: ear.open, levels: levels.take() };
    const words = JSON.stringify(stageSignal(state));
    const bytes = new TextEncoder().encode(words);
    for (const roomId of this.#halls.keys()) {
      const pace = this.#paces.get(roomId) ?? new SignalPace();
      this.#paces.set(roomId, pace);
      if (pace.isDue(words, performance.now())) this.#stage.say(roomId, bytes, STAGE_TOPIC);
    }
  }

  /** Where LiveKit does not list the channels, they stay as they were. */
  async #followChannels(channels: Heard["channels"]): Promise<void> {
    const occupied = await occupiedChannels(this.#main.roomId, [...this.#halls.keys()], [...channels.keys()]);
    if (!occupied || this.#closed) return;
    for (const [language, carrier] of this.#channels) {
      if (occupied.has(language)) continue;
      this.#channels.delete(language);
      void carrier.close();
    }
    for (const [language, rooms] of occupied) {
      const carrier = this.#channels.get(language) ?? this.#openChannel(language);
      this.#channels.set(language, carrier);
      carrier.follow(channels.get(language) ?? new Map(), rooms);
    }
  }

  /** The people who speak and listen there make its rooms. */
  #openChannel(language: string): Carrier {
    const { roomId } = this.#main;
    const from = channelRoom(roomId, language);
    return new Carrier({
      from,
      name: language,
      replaced: this.#replaced,
      // A hall must notice as soon as the main hall does that its interpreter is gone.
      gate: (ear) => new ArrivalGate(() => ear.packets()),
      earToken: () => relayToken(from, roomId, "main"),
      mouthToken: (hallChannel) => relayToken(hallChannel, roomId, "channel"),
    });
  }
}

/** After a restart LiveKit has no rooms; the first process that needs one makes it. */
async function makeRoom({ roomId, capacity }: Hall): Promise<void> {
  forgetMediaRoom(roomId);
  await ensureMediaRoom(roomId, capacity);
}
