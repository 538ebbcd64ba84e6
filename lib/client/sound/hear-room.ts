import { spokenBack } from "@/lib/client/interpreting/spoken-back";
import type { Connection } from "@/lib/client/room/connection";
import type { HeldRoom } from "@/lib/client/room/held-room";
import { roomStore } from "@/lib/client/room/room-store";
import { tellRoom } from "@/lib/client/room/tell-room";
import type { Voice } from "@/lib/client/room/voice";
import { relayIdentity } from "@/lib/domain/family/relay";
import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import type { StageSignal } from "@/lib/wire/stage/stage-signal";
import type { AudioPool } from "./audio-pool";
import type { Capture } from "./capture-microphone";
import { HearStage } from "./hear-stage";
import { ownLevel, receivedLevel } from "./level-sources";
import { type LevelSource, voiceLevels } from "./voice-levels";

/** How long the room that the person was moved out of is heard at most: the next one may be silent. */
const PLAYS_ON_MS = 2_500;

/**
 * Plays the stage: only tracks whose owner sits on our own stage, or interprets for somebody there, so that an intruder at
 * the media server is heard by nobody; in an overflow room also the relay's, which brings the stage of its main room.
 * Source: mechanics, mirror, relay.
 */
export class HearRoom {
  readonly #stage: HearStage;
  /** The connection to the room that the person was moved out of, until the next one brings sound. */
  #outgoing: Connection | null = null;
  #levels = new WeakMap<RTCRtpReceiver, LevelSource>();
  #own: ReturnType<typeof ownLevel> | null = null;
  #unknown = new WeakSet<MediaStreamTrack>();

  readonly #pool: AudioPool;
  readonly #onUnknown: () => void;

  /** `onUnknown`: somebody sends who is not on the stage as it is held; told once for each track. */
  constructor(pool: AudioPool, onUnknown: () => void) {
    this.#pool = pool;
    this.#onUnknown = onUnknown;
    this.#stage = new HearStage(pool);
  }

  /** Plays, and draws the rings of, those on stage that are connected now. Without a connection what plays goes on. */
  agree(held: HeldRoom, connection: Connection | null): void {
    if (!connection) return;
    const { main } = held.view;
    const relay = main && relayIdentity(main.room.id);
    const beside = main ? [] : spokenBack(held.view).map(({ identity }) => identity);
    const stage = new Set([...held.view.stage.map(({ id }) => id), ...beside]);
    const own = [held.personId, interpreterIdentity(held.personId)];
    const others = connection.voices().filter(({ personId }) => !own.includes(personId));
    const voices = others.filter(({ personId }) => stage.has(personId));
    const relayed = others.filter(({ personId }) => personId === relay);
    this.#noteUnknown(others.filter(({ personId }) => !stage.has(personId) && personId !== relay));
    this.#play([...voices, ...relayed]);
    this.#stage.agree(
      held,
      relayed.some(({ track }) => track !== null),
    );
    const carried = main
      ? [...main.stage.map(({ id }) => id), ...spokenBack(held.view).map(({ identity }) => identity)]
      : [];
    voiceLevels.follow(new Map([...this.#sources(voices, held.personId), ...this.#stage.sources(carried)]));
    if (roomStore.state().phase !== "live") return;
    const open = voices.filter((voice) => voice.open).map(({ personId }) => personId);
    tellRoom({ type: "heard", heard: { present: voices.map(({ personId }) => personId), open } });
  }

  /** The relay of that main room said who is heard there. */
  signalled(payload: Uint8Array, mainRoomId: string): void {
    const said = readStageSignal(payload);
    if (said) this.#stage.signalled(said, mainRoomId);
  }

  /** The room that the person is moved out of plays on until the next one is heard, for a moment at most. */
  playOn(outgoing: Connection): void {
    this.#dropOutgoing();
    this.#outgoing = outgoing;
    setTimeout(() => this.#outgoing === outgoing && this.#dropOutgoing(), PLAYS_ON_MS);
  }

  /** The person's own ring follows their own device. */
  ownMicrophone(capture: Capture | null): void {
    this.#own?.stop();
    this.#own = capture ? ownLevel(capture.sent) : null;
  }

  stop(): void {
    this.#dropOutgoing();
    this.#pool.play([]);
    this.#stage.stop();
    this.ownMicrophone(null);
    voiceLevels.follow(new Map());
  }

  #play(voices: Voice[]): void {
    const playable = voices.flatMap(({ personId, track }) => (track ? [{ personId, track }] : []));
    if (this.#outgoing && playable.length === 0) return;
    this.#pool.play(playable);
    this.#dropOutgoing();
  }

  #dropOutgoing(): void {
    void this.#outgoing?.close();
    this.#outgoing = null;
  }

  /** The sender may have come on stage by an announcement that never arrived. An intruder is put out by the server. */
  #noteUnknown(voices: Voice[]): void {
    const fresh = voices.flatMap(({ track }) => (track && !this.#unknown.has(track) ? [track] : []));
    for (const track of fresh) this.#unknown.add(track);
    if (fresh.length > 0) this.#onUnknown();
  }

  #sources(voices: Voice[], ownId: string): Map<string, LevelSource> {
    const sources = new Map<string, LevelSource>();
    if (this.#own) sources.set(ownId, this.#own.read);
    for (const { personId, receiver } of voices) if (receiver) sources.set(personId, this.#levelOf(receiver));
    return sources;
  }

  #levelOf(receiver: RTCRtpReceiver): LevelSource {
    const known = this.#levels.get(receiver);
    if (known) return known;
    const made = receivedLevel(receiver);
    this.#levels.set(receiver, made);
    return made;
  }
}

/** Our own relay wrote it, so its shape is trusted; null for what cannot be read. */
function readStageSignal(payload: Uint8Array): StageSignal | null {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as StageSignal;
  } catch {
    return null;
  }
}
