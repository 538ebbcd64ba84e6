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
    for (const stats of (await receiver.getStats()).values()) {
      if (stats.type === "inbound-rtp") level = stats.audioLevel ?? 0;
    }
    isAsking = false;
  };
  return () => {
    if (!isAsking) void ask();
    return level;
  };
}

/** Reads the person's own level from the device; nothing while the page's audio context does not run. */
export function ownLevel(device: MediaStreamTrack): { read: LevelSource; stop: () => void } {
  const context = pageContext.unlock();
  if (!context) return { read: () => null, stop: () => {} };
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
  const source = context.createMediaStreamSource(new MediaStream([device]));
  source.connect(analyser);
  const wave = new Float32Array(SAMPLES);
  const read = (): number | null => {
    if (!device.enabled || device.muted) return 0;
    if (!pageContext.running()) return null;
    analyser.getFloatTimeDomainData(wave);
    return Math.sqrt(wave.reduce((sum, sample) => sum + sample * sample, 0) / SAMPLES);
  };
  return { read, stop: () => source.disconnect() };
}
