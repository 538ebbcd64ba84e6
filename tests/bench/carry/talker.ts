import { AudioFrame, AudioSource, LocalAudioTrack, Room, TrackPublishOptions, TrackSource } from "@livekit/rtc-node";
import type { MediaPass } from "@/lib/wire/seats/views";

const SAMPLE_RATE = 16_000;
const FRAME_MS = 20;
const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1_000;
/** Handed over so far ahead of the clock, so that a late timer makes no hole. */
const LEAD_MS = 60;
const QUEUE_MS = 200;
const LOUDNESS = 8_000;
/** A voice swells and falls a few times a second; a steady tone would pass for noise and be left out. */
const SWELL_HZ = 4;
/** As browsers and the demo voices publish speech. */
const SPEECH_BITRATE = 24_000n;

/** Somebody who talks without a pause, as a tone that swells and falls. Answers how to hang up. */
export async function talk(media: MediaPass, toneHz: number): Promise<() => Promise<void>> {
  const room = new Room();
  const source = new AudioSource(SAMPLE_RATE, 1, QUEUE_MS);
  await room.connect(media.url, media.token, { autoSubscribe: false, dynacast: false });
  const options = new TrackPublishOptions({
    source: TrackSource.SOURCE_MICROPHONE,
    dtx: true,
    red: false,
    audioEncoding: { maxBitrate: SPEECH_BITRATE },
  });
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack("voice", source), options);
  const startedAtMs = performance.now();
  let frame = 0;
  const pump = setInterval(() => {
    const elapsedMs = performance.now() - startedAtMs;
    // What a stall made late is skipped, or it would be late for good.
    frame = Math.max(frame, Math.floor(elapsedMs / FRAME_MS));
    while (frame < (elapsedMs + LEAD_MS) / FRAME_MS) say(source, toneFrame(frame++, toneHz));
  }, FRAME_MS);
  return async () => {
    clearInterval(pump);
    await room.disconnect();
    await source.close();
  };
}

/** A frame that cannot be taken any more is one of a connection about to be lost. */
function say(source: AudioSource, samples: Int16Array): void {
  source.captureFrame(new AudioFrame(samples, SAMPLE_RATE, 1, samples.length)).catch(() => undefined);
}

function toneFrame(frame: number, toneHz: number): Int16Array {
  return Int16Array.from({ length: FRAME_SAMPLES }, (_, at) => {
    const seconds = (frame * FRAME_SAMPLES + at) / SAMPLE_RATE;
    const swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * SWELL_HZ * seconds);
    return LOUDNESS * swell * Math.sin(2 * Math.PI * toneHz * seconds);
  });
}
