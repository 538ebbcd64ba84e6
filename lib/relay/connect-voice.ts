import {
  AudioFrame,
  type AudioSource,
  DisconnectReason,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import { FRAME_MS, SAMPLE_RATE } from "./voice";

/** Speech, as browsers publish it too. Source: livekit.md, sound. */
const SPEECH_BITRATE = 24_000n;

/** Sound waits in the source at most so long; what does not fit is dropped, so that a stall does not make it late for good. */
const MAX_QUEUED_MS = 100;

const CONNECT_TIMEOUT_MS = 10_000;

/** rtc-node mends a torn connection by itself within this, or hardly ever: left alone it tries for 20-30 s in vain. */
const MEND_MS = 2_000;

/** Leaving a dead server may never be answered. */
const LEAVE_TIMEOUT_MS = 3_000;

/** A voice in LiveKit. `lost` is for good: whoever wants to go on connects anew. */
export type VoiceConnection = {
  say: (samples: Int16Array) => void;
  /** Resolves when the connection is gone, with LiveKit's reason, or `TORN` where it was not mended in time. */
  lost: Promise<string>;
  close: () => Promise<void>;
};

/**
 * Connects as an ordinary person and publishes one microphone track: mono, DTX, no RED, so that it costs listeners little.
 * Subscribes to nothing. `source` outlives the connection. Throws where LiveKit cannot be reached, or does not answer in 10 s.
 */
export async function connectVoice(url: string, token: string, source: AudioSource): Promise<VoiceConnection> {
  const room = new Room();
  const lost = whenLost(room);
  const track = LocalAudioTrack.createAudioTrack("voice", source);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= within(LEAVE_TIMEOUT_MS, room.disconnect())
      .catch(() => undefined)
      .then(() => track.close(false));
    return closing;
  };

  const connecting = room
    .connect(url, token, { autoSubscribe: false, dynacast: false })
    .then(() => room.localParticipant?.publishTrack(track, speechOptions()));
  try {
    await within(CONNECT_TIMEOUT_MS, connecting);
  } catch (fault) {
    // A connection that comes after all must not stay behind as a second one.
    void connecting.catch(() => undefined).then(close);
    throw fault;
  }

  const say = (samples: Int16Array): void => {
    if (closing || source.queuedDuration + FRAME_MS > MAX_QUEUED_MS) return;
    // A frame that cannot be taken any more is one of a connection about to be lost.
    source.captureFrame(new AudioFrame(samples, SAMPLE_RATE, 1, samples.length)).catch(() => undefined);
  };
  return { say, lost, close };
}

function whenLost(room: Room): Promise<string> {
  return new Promise((resolve) => {
    let torn: NodeJS.Timeout | undefined;
    room.on(RoomEvent.Reconnecting, () => {
      torn ??= setTimeout(() => resolve("TORN"), MEND_MS);
    });
    room.on(RoomEvent.Reconnected, () => {
      clearTimeout(torn);
      torn = undefined;
    });
    room.once(RoomEvent.Disconnected, (reason) => {
      clearTimeout(torn);
      resolve(DisconnectReason[reason] ?? "UNKNOWN_REASON");
    });
  });
}

const speechOptions = () =>
  new TrackPublishOptions({
    source: TrackSource.SOURCE_MICROPHONE,
    dtx: true,
    red: false,
    audioEncoding: { maxBitrate: SPEECH_BITRATE },
  });

async function within<Value>(timeoutMs: number, value: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`LiveKit did not answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
