import {
  AudioFrame,
  AudioSource,
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

/** Sound waits here at most so long; what does not fit is dropped, so that a stall does not make it late for good. */
const MAX_QUEUED_MS = 100;

const CONNECT_TIMEOUT_MS = 10_000;

/** A voice in LiveKit. `lost` is for good: whoever wants to go on connects anew. */
export type VoiceConnection = {
  say: (samples: Int16Array) => void;
  /** Ends at `lost` with LiveKit's reason; rtc-node mends short interruptions by itself. */
  lost: Promise<string>;
  close: () => Promise<void>;
};

/**
 * Connects as an ordinary person and publishes one microphone track: mono, DTX, no RED, so that it costs listeners little.
 * Subscribes to nothing. Throws where LiveKit cannot be reached, or does not answer in 10 s.
 */
export async function connectVoice(url: string, token: string): Promise<VoiceConnection> {
  const room = new Room();
  const lost = new Promise<string>((resolve) => {
    room.once(RoomEvent.Disconnected, (reason) => resolve(DisconnectReason[reason] ?? "UNKNOWN_REASON"));
  });
  const source = new AudioSource(SAMPLE_RATE, 1, MAX_QUEUED_MS * 2);
  const track = LocalAudioTrack.createAudioTrack("voice", source);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= room.disconnect().finally(() => track.close());
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
    timer = setTimeout(() => reject(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
