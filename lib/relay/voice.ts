export const SAMPLE_RATE = 16_000;

/** One frame of sound: short enough that skipping one is hardly heard, long enough to be cheap. */
export const FRAME_MS = 20;

const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

/** How long silence is sent on after a word, so that the far end fades out instead of guessing how it went on. */
const TAIL_FRAMES = 10;

/** A recording in frames. `null` is a frame in which nothing needs to be sent. */
export type Voice = readonly (Int16Array | null)[];

/** Cuts a recording into whole frames; what is left over is dropped. Frames are copies, because rtc-node reads a buffer from its start. */
export function cutVoice(samples: Int16Array): Voice {
  const frames: (Int16Array | null)[] = [];
  let silentFor = TAIL_FRAMES;
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    const frame = samples.slice(at, at + FRAME_SAMPLES);
    silentFor = frame.every((sample) => sample === 0) ? silentFor + 1 : 0;
    frames.push(silentFor > TAIL_FRAMES ? null : frame);
  }
  return frames;
}
