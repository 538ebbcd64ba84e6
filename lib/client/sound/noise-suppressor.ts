import { loadRnnoise, RnnoiseWorkletNode } from "@sapphi-red/web-noise-suppressor";
import { RunningContext } from "@/lib/client/browser/running-context";

/** RNNoise knows this rate only. */
const SAMPLE_RATE = 48_000;

const WORKLET = new URL("@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js", import.meta.url);
const PLAIN = new URL("@sapphi-red/web-noise-suppressor/rnnoise.wasm", import.meta.url);
const SIMD = new URL("@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm", import.meta.url);

let net: Promise<ArrayBuffer> | null = null;

/** Fetches the net, once; throws where it cannot be had, and tries anew the next time. */
export async function loadNoiseSuppressor(): Promise<ArrayBuffer> {
  net ??= loadRnnoise({ url: PLAIN.href, simdUrl: SIMD.href }).catch((fault) => {
    net = null;
    throw fault;
  });
  return net;
}

/** `flows`: whether its audio context runs; the call resumes a stopped one. `stop` gives it back. */
type Suppressed = { sent: MediaStreamTrack; flows: () => boolean; stop: () => void };

/** Sends a microphone through RNNoise. Throws where this browser cannot. */
export async function suppressNoise(source: MediaStreamTrack): Promise<Suppressed> {
  const wasmBinary = await loadNoiseSuppressor();
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  try {
    await context.audioWorklet.addModule(WORKLET.href);
    const suppressor = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    context
      .createMediaStreamSource(new MediaStream([source]))
      .connect(suppressor)
      .connect(destination);
    await context.resume();
    const sent = destination.stream.getAudioTracks()[0];
    if (!sent) throw new Error("The audio context gave no track");
    const stop = (): void => {
      suppressor.destroy();
      sent.stop();
      void context.close();
    };
    const kept = new RunningContext(context);
    return { sent, flows: () => kept.keepRunning(), stop };
  } catch (fault) {
    void context.close();
    throw fault;
  }
}
