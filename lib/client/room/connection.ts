import {
  AudioPresets,
  ConnectionQuality,
  ConnectionState,
  DisconnectReason,
  LocalAudioTrack,
  LogLevel,
  type RemoteParticipant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  type RoomOptions,
  setLogLevel,
  Track,
} from "livekit-client";
import { askAlso } from "@/lib/client/browser/reach-server";
import type { Capture } from "@/lib/client/sound/capture-microphone";
import { relayOf } from "@/lib/domain/family/relay";
import { ROOM_TOPIC } from "@/lib/wire/rooms/announcements";
import { STAGE_TOPIC } from "@/lib/wire/stage/stage-signal";
import { isLeftBehind, keepContact } from "./keep-contact";
import type { LinkReading } from "./link-judge";
import { quickenHandshakes } from "./quick-handshake";
import { countArrivals, readLink } from "./read-link";
import type { Arrivals } from "./silence-judge";
import type { Voice } from "./voice";

/** `moved`: the same person connected elsewhere. `removed`: the server put them out. `lost`: everything else. */
export type CloseReason = "moved" | "removed" | "lost";

export type ConnectionListener = {
  /** Voices or rights may have changed: look again. */
  changed: () => void;
  announced: (payload: Uint8Array) => void;
  /** What the relay of that main room says of its stage. */
  signalled: (payload: Uint8Array, mainRoomId: string) => void;
  interrupted: () => void;
  restored: () => void;
  /** Called once, and only for an open connection that this page did not close. */
  closed: (reason: CloseReason) => void;
};

/** A few quick tries keep the sound where only the signal broke; then it is quicker to ask the door and connect afresh. */
const RESUME_DELAYS_MS = [0, 300, 1_200, 2_700];

const OPTIONS: RoomOptions = {
  // One peer connection for both ways tears itself down when an offer of ours meets the first answer: docs/decisions.
  singlePeerConnection: false,
  stopLocalTrackOnUnpublish: false,
  // The library would hang up at "beforeunload", which a download, a mailto link or a question before leaving set off, too.
  disconnectOnPageLeave: false,
  // Each packet repeats the one before: where a fifth is lost, half as much of a voice has to be made up (docs/far.md).
  publishDefaults: { audioPreset: AudioPresets.speech, dtx: true, red: true, forceStereo: false },
  reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => RESUME_DELAYS_MS[retryCount] ?? null },
};

/** Silence is part of a piece, so nothing is left out while it is quiet; sent twice it would fill a weak line by itself. */
const FOR_MUSIC = { audioPreset: AudioPresets.musicHighQualityStereo, dtx: false, red: false };

// Faults are shown as the session's state; the library's own log would only frighten.
setLogLevel(LogLevel.silent);
quickenHandshakes();

/** One connection to the media server: used once, closed for good. The only file that uses LiveKit's names. */
export class Connection {
  readonly #room = new Room(OPTIONS);
  #isOpen = false;
  #isAnswered = false;
  readonly #listener: ConnectionListener;

  constructor(listener: ConnectionListener) {
    this.#listener = listener;
    this.#listen();
  }

  /** Whether the media server has answered; sound takes two round trips more. */
  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Answers false where the media server cannot be reached or refuses. */
  async open(url: string, token: string): Promise<boolean> {
    try {
      askAlso(url);
      await this.#room.connect(url, token, { maxRetries: 0, websocketTimeout: 6_000, peerConnectionTimeout: 8_000 });
      this.#isOpen = true;
      addEventListener("pagehide", this.#hangUp);
      void this.#keepContact();
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    removeEventListener("pagehide", this.#hangUp);
    this.#room.removeAllListeners();
    // The device stays open: it belongs to the microphone, which may go on in the next connection.
    await this.#room.disconnect(false);
  }

  voices(): Voice[] {
    return [...this.#room.remoteParticipants.values()].map((person) => {
      const publication = soundOf(person);
      const track = publication?.track ?? null;
      return {
        personId: person.identity,
        open: publication !== undefined && !publication.isMuted,
        weak: WEAK.has(person.connectionQuality),
        track: track?.mediaStreamTrack ?? null,
        receiver: track?.receiver ?? null,
      };
    });
  }

  /** Whether the media server lets this person be heard now. */
  maySpeak(): boolean {
    return this.#isOpen && (this.#room.localParticipant.permissions?.canPublish ?? false);
  }

  /** Whether this device's sound is published. */
  speaks({ sent }: Capture): boolean {
    const publication = this.#room.localParticipant.getTrackPublication(Track.Source.Microphone);
    return publication?.track?.mediaStreamTrack === sent;
  }

  async speak({ sent, music }: Capture, muted: boolean): Promise<void> {
    const track = new LocalAudioTrack(sent, undefined, true);
    if (muted) await track.mute();
    await this.#room.localParticipant.publishTrack(track, {
      source: Track.Source.Microphone,
      ...(music && FOR_MUSIC),
    });
  }

  /** How well sound comes and goes, in counters since the connection began. */
  readLink(): Promise<LinkReading> {
    const own = this.#room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    return readLink(this.voices(), own?.sender);
  }

  async mute(muted: boolean): Promise<void> {
    const track = this.#room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    if (!track || track.isMuted === muted) return;
    await (muted ? track.mute() : track.unmute());
  }

  async fallSilent(): Promise<void> {
    const track = this.#room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    if (track) await this.#room.localParticipant.unpublishTrack(track);
  }

  #listen(): void {
    const { changed, announced, signalled, interrupted, restored } = this.#listener;
    for (const event of VOICES_CHANGE) this.#room.on(event, changed);
    this.#room.on(RoomEvent.DataReceived, (payload, sender, _kind, topic) => {
      if (topic === ROOM_TOPIC) announced(payload);
      const relayed = topic === STAGE_TOPIC && sender ? relayOf(sender.identity) : null;
      if (relayed) signalled(payload, relayed);
    });
    this.#room.on(RoomEvent.SignalConnected, () => {
      this.#isAnswered = true;
    });
    this.#room.on(RoomEvent.SignalReconnecting, () => {
      interrupted();
      void this.#leaveIfBehind();
    });
    this.#room.on(RoomEvent.Reconnected, restored);
    // The library would join anew with the token it has, and so push out another page that sits there meanwhile.
    this.#room.on(RoomEvent.Reconnecting, () => this.#isGone("lost"));
    this.#room.on(RoomEvent.Disconnected, (reason) => this.#isGone(closeReason(reason)));
  }

  /** The library mends what still carries. What does not is given up at once. */
  async #leaveIfBehind(): Promise<void> {
    const isBehind = await isLeftBehind(() => this.#arrivals());
    if (isBehind && this.#room.state !== ConnectionState.Connected) this.#isGone("lost");
  }

  #keepContact(): Promise<void> {
    const { interrupted, restored } = this.#listener;
    return keepContact({
      read: () => this.#arrivals(),
      isOpen: () => this.#isOpen,
      lost: interrupted,
      restored,
      gone: () => this.#isGone("lost"),
    });
  }

  async #arrivals(): Promise<Omit<Arrivals, "atMs">> {
    const transports = this.#isOpen ? this.#room.engine.pcManager : undefined;
    const sends = this.#room.localParticipant.getTrackPublication(Track.Source.Microphone) !== undefined;
    const [hearing, speaking] = await Promise.all([
      countArrivals(transports?.subscriber),
      sends ? countArrivals(transports?.publisher) : null,
    ]);
    return {
      hearing: hearing.count,
      speaking: speaking?.count ?? null,
      countsAnswers: hearing.countsAnswers,
      expectsVoices: this.voices().some(({ open, track }) => open && track !== null),
    };
  }

  /** The page goes, or is kept for the way back: the others are told at once. */
  readonly #hangUp = (): void => void this.#room.disconnect(false);

  #isGone(reason: CloseReason): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    removeEventListener("pagehide", this.#hangUp);
    this.#listener.closed(reason);
  }
}

const VOICES_CHANGE = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

/** A person has a microphone; the relay has one track, whatever it calls that. */
function soundOf(person: RemoteParticipant): RemoteTrackPublication | undefined {
  if (relayOf(person.identity) === null) return person.getTrackPublication(Track.Source.Microphone);
  return [...person.audioTrackPublications.values()].at(-1);
}

const WEAK: ReadonlySet<ConnectionQuality> = new Set([ConnectionQuality.Poor, ConnectionQuality.Lost]);

function closeReason(reason: DisconnectReason | undefined): CloseReason {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return "moved";
  return reason === DisconnectReason.PARTICIPANT_REMOVED ? "removed" : "lost";
}

/** Resolves the media server's name and opens its door ahead of the tap. */
export async function warmUp(url: string): Promise<void> {
  await new Room(OPTIONS).prepareConnection(url);
}
