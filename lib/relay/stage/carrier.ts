import { AudioFrame } from "@livekit/rtc-node";
import { connectSpeaker } from "@/lib/relay/connect-speaker";
import { KeptConnection } from "@/lib/relay/kept-connection";
import type { Speakers } from "@/lib/server/relaying/who-is-heard";
import { Ear } from "./ear";
import { Limiter } from "./limiter";
import { Mixer } from "./mixer";
import { BLOCK_MS, BLOCK_SAMPLES, STAGE_RATE } from "./sound";
import { giveBackSource, takeSource } from "./sources";
import { SpeakerLevels } from "./speaker-levels";

/** More than this never waits to be sent: after a stall, an unbounded queue stays late for good. Source: mechanics, relay. */
const MOST_QUEUED_MS = 30;

/** After so long without sound that was expected, silence takes its place. */
const MISSING_MS = 40;
const LOOK_FOR_MISSING_MS = 20;

type Carried = {
  from: string;
  /** What the track is called in the rooms that it is carried to. */
  name: string;
  /** Tokens for the room that is heard and for one that is spoken in; they also make the room where it is missing. */
  earToken: () => Promise<string>;
  mouthToken: (roomId: string) => Promise<string>;
  replaced: () => Promise<unknown>;
  /** When there is something to send. */
  gate: (ear: Ear) => Gate;
};

/** `lets`: whether this block is to be sent; `isOpen`: whether more is expected, if only silence. */
export type Gate = { lets: (block: Int16Array) => boolean; readonly isOpen: boolean; close: () => void };

/**
 * Carries the sound of one room into others: mixed into one track, the same in each of them, so that one more room costs a
 * connection and no more work on the sound. A room that cannot be reached disturbs none of the others.
 */
export class Carrier {
  readonly #mixer = new Mixer();
  readonly #limiter = new Limiter();
  readonly #gate: Gate;
  readonly #source = takeSource();
  readonly #mouths = new Map<string, KeptConnection>();
  readonly #filler = setInterval(() => this.#fillIn(), LOOK_FOR_MISSING_MS);
  #heardAt = 0;
  readonly levels = new SpeakerLevels();
  readonly ear: Ear;
  readonly #carried: Carried;

  constructor(carried: Carried) {
    this.#carried = carried;
    this.ear = new Ear({
      roomId: carried.from,
      token: carried.earToken,
      replaced: carried.replaced,
      onBlock: (voice, personId, block) => this.#hear(voice, personId, block),
      onEnd: (voice) => this.#mixer.forget(voice),
    });
    this.#gate = carried.gate(this.ear);
  }

  /** Hears these people and carries the sound to these rooms; it leaves all others. */
  follow(heard: Speakers, roomIds: readonly string[]): void {
    this.ear.follow(heard);
    for (const [roomId, mouth] of this.#mouths) {
      if (roomIds.includes(roomId)) continue;
      this.#mouths.delete(roomId);
      void mouth.close();
    }
    for (const roomId of roomIds) {
      const mouth = this.#mouths.get(roomId) ?? this.#mouthIn(roomId);
      this.#mouths.set(roomId, mouth);
      mouth.keepUp();
    }
  }

  /** Sends a message into one of the rooms; where it cannot be reached now, it is lost. */
  say(roomId: string, bytes: Uint8Array, topic: string): void {
    const here = this.#mouths.get(roomId)?.now?.room.localParticipant;
    here?.publishData(bytes, { reliable: true, topic }).catch(() => undefined);
  }

  async close(): Promise<void> {
    clearInterval(this.#filler);
    this.#gate.close();
    await Promise.all([this.ear.close(), ...[...this.#mouths.values()].map((mouth) => mouth.close())]);
    giveBackSource(this.#source);
  }

  #mouthIn(roomId: string): KeptConnection {
    const { name, mouthToken, replaced } = this.#carried;
    const connect = async () => connectSpeaker(await mouthToken(roomId), name, this.#source);
    return new KeptConnection({ name: "mouth", facts: { roomId }, connect, replaced });
  }

  #hear(voice: string, personId: string, block: Int16Array): void {
    if (block.length !== BLOCK_SAMPLES) return;
    this.#heardAt = performance.now();
    this.levels.hear(personId, block);
    for (const sum of this.#mixer.hear(voice, block, this.#heardAt)) this.#send(this.#limiter.limit(sum));
  }

  #send(block: Int16Array): void {
    if (!this.#gate.lets(block) || this.#source.queuedDuration + BLOCK_MS > MOST_QUEUED_MS) return;
    // A block is refused where the source is being closed.
    this.#source.captureFrame(new AudioFrame(block, STAGE_RATE, 1, block.length)).catch(() => undefined);
  }

  /** Fades out what was said last, also where its speaker has gone or the room is out of reach. */
  #fillIn(): void {
    if (!this.#gate.isOpen || performance.now() - this.#heardAt < MISSING_MS) return;
    for (let passed = 0; passed < LOOK_FOR_MISSING_MS; passed += BLOCK_MS) this.#send(new Int16Array(BLOCK_SAMPLES));
  }
}
