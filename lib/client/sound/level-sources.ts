import { pageContext } from "./page-context";
import type { LevelSource } from "./voice-levels";

const SAMPLES = 512;

/**
 * Reads somebody else's level from what their track received last. Silence sends nothing, so an old level no longer counts.
 * Where packets carry no level (LiveKit strips the header), the decoder's own figure of a moment ago stands in.
 */
export function receivedLevel(receiver: RTCRtpReceiver): LevelSource {
  const decoded = decodedLevel(receiver);
  let readAt = 0;
  return () => {
    const newest = receiver.getSynchronizationSources()[0];
    if (!newest || newest.rtpTimestamp === readAt) return null;
    readAt = newest.rtpTimestamp;
    return newest.audioLevel ?? decoded();
  };
}

/** The level that the browser's decoder counted last; each call asks for the next one, one at a time. */
function decodedLevel(receiver: RTCRtpReceiver): () => number {
  let level = 0;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    // A receiver that is gone has nothing to say, which browsers say in different ways.
    const report = await receiver.getStats().catch(() => null);
    for (const stats of report?.values() ?? []) if (stats.type === "inbound-rtp") level = stats.audioLevel ?? 0;
    isAsking = false;
  };
  return () => {
    if (!isAsking) void ask();
    return level;
  };
}

/**
 * Reads the person's own level from the device; nothing while the page's audio context does not run, nor where this browser
 * does not measure such a device (Firefox, at another sample rate than the loudspeaker's): the person speaks all the same.
 */
export function ownLevel(device: MediaStreamTrack): { read: LevelSource; stop: () => void } {
  pageContext.unlock();
  let gauge: Gauge | null = null;
  const read = (): number | null => {
    if (!device.enabled || device.muted) return 0;
    const context = pageContext.running();
    if (!context) return null;
    if (gauge?.context !== context) {
      gauge?.stop();
      gauge = makeGauge(context, device);
    }
    return gauge.read();
  };
  return { read, stop: () => gauge?.stop() };
}

type Gauge = { context: AudioContext; read: LevelSource; stop: () => void };

function makeGauge(context: AudioContext, device: MediaStreamTrack): Gauge {
  try {
    const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
    const source = context.createMediaStreamSource(new MediaStream([device]));
    source.connect(analyser);
    const wave = new Float32Array(SAMPLES);
    const read = (): number => {
      analyser.getFloatTimeDomainData(wave);
      return Math.sqrt(wave.reduce((sum, sample) => sum + sample * sample, 0) / SAMPLES);
    };
    return { context, read, stop: () => source.disconnect() };
  } catch {
    return { context, read: () => null, stop: () => {} };
  }
}
