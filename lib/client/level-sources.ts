import type { LevelSource } from "./voice-levels";

const SAMPLES = 512;

/** Reads somebody else's level from what their track received last. Silence sends nothing, so old news are no news. */
export function receivedLevel(receiver: RTCRtpReceiver): LevelSource {
  let readAt = 0;
  return () => {
    const newest = receiver.getSynchronizationSources()[0];
    if (!newest || newest.rtpTimestamp === readAt) return null;
    readAt = newest.rtpTimestamp;
    return newest.audioLevel ?? 0;
  };
}

/** Reads one's own level from the device. `stop` gives its audio context back. */
export function ownLevel(device: MediaStreamTrack): { read: LevelSource; stop: () => void } {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
  context.createMediaStreamSource(new MediaStream([device])).connect(analyser);
  const wave = new Float32Array(SAMPLES);
  const read = (): number => {
    if (!device.enabled) return 0;
    analyser.getFloatTimeDomainData(wave);
    return Math.sqrt(wave.reduce((sum, sample) => sum + sample * sample, 0) / SAMPLES);
  };
  return { read, stop: () => void context.close() };
}
