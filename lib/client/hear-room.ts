import type { AudioPool } from "./audio-pool";
import type { Capture } from "./capture-microphone";
import type { Connection, Voice } from "./connection";
import type { HeldRoom } from "./held-room";
import { ownLevel, receivedLevel } from "./level-sources";
import { roomStore } from "./room-store";
import { type LevelSource, voiceLevels } from "./voice-levels";

/**
 * Plays the stage: only tracks whose owner sits on our own stage, so that whoever slips into the media server is heard by
 * nobody. Source: mechanics, mirror.
 */
export class HearRoom {
  #levels = new WeakMap<RTCRtpReceiver, LevelSource>();
  #own: ReturnType<typeof ownLevel> | null = null;
  #unknown = new WeakSet<MediaStreamTrack>();

  /** `onUnknown`: somebody sends who is not on the stage as it is held; told once for each track. */
  constructor(
    private readonly pool: AudioPool,
    private readonly onUnknown: () => void,
  ) {}

  /** Plays, and draws the rings of, those on stage that are connected now. Without a connection what plays goes on. */
  agree(held: HeldRoom, connection: Connection | null): void {
    if (!connection) return;
    const stage = new Set(held.view.stage.map(({ id }) => id));
    const others = connection.voices().filter(({ personId }) => personId !== held.personId);
    const voices = others.filter(({ personId }) => stage.has(personId));
    this.#noteUnknown(others.filter(({ personId }) => !stage.has(personId)));
    this.pool.play(voices.flatMap(({ personId, track }) => (track ? [{ personId, track }] : [])));
    voiceLevels.follow(this.#sources(voices, held.personId));
    if (roomStore.state().phase !== "live") return;
    const open = voices.filter((voice) => voice.open).map(({ personId }) => personId);
    roomStore.tell({ type: "heard", heard: { present: voices.map(({ personId }) => personId), open } });
  }

  /** One's own ring follows one's own device. */
  ownMicrophone(capture: Capture | null): void {
    this.#own?.stop();
    this.#own = capture ? ownLevel(capture.sent) : null;
  }

  stop(): void {
    this.pool.play([]);
    this.ownMicrophone(null);
    voiceLevels.follow(new Map());
  }

  /** Whoever sends may have come on stage by an announcement that never arrived; whoever slips in is put out by the server. */
  #noteUnknown(voices: Voice[]): void {
    const fresh = voices.flatMap(({ track }) => (track && !this.#unknown.has(track) ? [track] : []));
    for (const track of fresh) this.#unknown.add(track);
    if (fresh.length > 0) this.onUnknown();
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
