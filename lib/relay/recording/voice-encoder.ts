import OpusScript from "opusscript";
import { BLOCK_SAMPLES, STAGE_RATE } from "@/lib/relay/stage/sound";

/** Blocks in one frame: 20 ms, which Opus is best at. */
export const FRAME_BLOCKS = 2;
export const FRAME_SAMPLES = FRAME_BLOCKS * BLOCK_SAMPLES;

/** Speech of several people, and the music between. */
const BITRATE = 32_000;

/** A frame of nothing, whatever came before it. */
const SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe);

/** Of ten. More is hardly heard in talk, and takes half as much again of the processor. */
const COMPLEXITY = 5;

/** OPUS_SET_COMPLEXITY and OPUS_RESET_STATE of libopus. */
const SET_COMPLEXITY = 4_010;
const RESET = 4_028;

/** Silence is encoded for so long, so that the last word fades out; then the frame of nothing takes its place. */
const FADE_FRAMES = 5;

/**
 * Encodes frames of 20 ms to Opus, by libopus built for WebAssembly: no native part. More than about 150 encoders in one process
 * make the library's memory grow, at which those that are there break: they throw, and have to be made anew.
 */
export class VoiceEncoder {
  readonly #opus = new OpusScript(STAGE_RATE, 1, OpusScript.Application.AUDIO);
  #silentFor = FADE_FRAMES;
  #isAway = false;

  constructor() {
    this.#opus.setBitrate(BITRATE);
    this.#opus.encoderCTL(SET_COMPLEXITY, COMPLEXITY);
  }

  encode(frame: Int16Array): Uint8Array {
    this.#silentFor = frame.every((sample) => sample === 0) ? this.#silentFor + 1 : 0;
    if (this.#silentFor > FADE_FRAMES) return this.silence();
    // A player begins anew after a frame of nothing, and so must what is encoded next.
    if (this.#isAway) this.#opus.encoderCTL(RESET, 0);
    this.#isAway = false;
    return this.#opus.encode(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength), FRAME_SAMPLES);
  }

  /** In place of a frame that never came. */
  silence(): Uint8Array {
    this.#isAway = true;
    return SILENCE;
  }

  close(): void {
    this.#opus.delete();
  }
}
