import { BLOCK_SAMPLES, STAGE_RATE } from "@/lib/relay/stage/sound";
import { oggPage } from "./ogg-page";
import { opusHead, opusTags } from "./opus-headers";
import { FRAME_BLOCKS, FRAME_SAMPLES, VoiceEncoder } from "./voice-encoder";

/** Frames in a page: a second. A player finds any second by its page, and no more is lost where a relay dies. */
const PAGE_FRAMES = 50;

/** Sound that comes so late after it was awaited is silence: the stage says nothing, or cannot be reached. */
const MISSING_MS = 150;

/** Up to so long ago silence is put then: what comes next is not late at once. */
const FILL_TO_MS = 50;

/** Sound that comes so early, after a stall, is left out: what follows must not be late for good. */
const AHEAD_MS = 250;

/** Where the tape stands. `elapsedMs`: since the recording began, by the clock. */
type Beginning = { recordingId: string; samples: number; pages: number; elapsedMs: number; nowMs: number };

/** Whole pages that were not taken yet, and how far the stream reaches with them. */
export type Pages = { bytes: Buffer; samples: number; pages: number };

const msOf = (samples: number): number => (samples * 1_000) / STAGE_RATE;

/**
 * Turns blocks of sound, as they come, into pages of one Ogg stream that is as long as the clock says, whatever came: silence stands
 * where nothing did, also for the time in which no relay wrote. A relay that goes on where another stopped writes the same stream.
 */
export class Tape {
  readonly #encoder = new VoiceEncoder();
  readonly #serial: number;
  readonly #zeroMs: number;
  #blocks: Int16Array[] = [];
  #packets: Uint8Array[] = [];
  #done: Buffer[] = [];
  /** Of all frames, also those that no page holds yet. */
  #samples: number;
  /** Of the pages alone. */
  #paged: number;
  #pages: number;

  constructor({ recordingId, samples, pages, elapsedMs, nowMs }: Beginning) {
    this.#serial = Number.parseInt(recordingId.slice(-8), 16);
    this.#zeroMs = nowMs - elapsedMs;
    this.#samples = samples;
    this.#paged = samples;
    this.#pages = pages;
    if (pages === 0) this.#writeHeaders();
    this.fill(nowMs);
  }

  /** Where the next block stands in the recording, in ms. */
  get positionMs(): number {
    return msOf(this.#samples + this.#blocks.length * BLOCK_SAMPLES);
  }

  hear(block: Int16Array, nowMs: number): void {
    this.fill(nowMs);
    if (this.positionMs > nowMs - this.#zeroMs + AHEAD_MS) return;
    this.#blocks.push(block);
    if (this.#blocks.length === FRAME_BLOCKS) this.#encode();
  }

  /** Puts silence where sound has not come. */
  fill(nowMs: number): void {
    const elapsedMs = nowMs - this.#zeroMs;
    if (this.positionMs >= elapsedMs - MISSING_MS) return;
    if (this.#blocks.length > 0) this.#encode();
    while (this.positionMs < elapsedMs - FILL_TO_MS) this.#take(this.#encoder.silence());
  }

  /** The pages that are whole. `rest`: also what makes no whole page yet; `end`: and the end of the stream. */
  takePages(more?: "rest" | "end"): Pages {
    if (more === "end" || (more && this.#packets.length > 0)) this.#writePage(more === "end");
    const pages = { bytes: Buffer.concat(this.#done), samples: this.#paged, pages: this.#pages };
    this.#done = [];
    return pages;
  }

  close(): void {
    this.#encoder.close();
  }

  #encode(): void {
    const frame = new Int16Array(FRAME_SAMPLES);
    for (const [place, block] of this.#blocks.entries()) frame.set(block, place * BLOCK_SAMPLES);
    this.#blocks = [];
    this.#take(this.#encoder.encode(frame));
  }

  #take(packet: Uint8Array): void {
    this.#packets.push(packet);
    this.#samples += FRAME_SAMPLES;
    if (this.#packets.length === PAGE_FRAMES) this.#writePage(false);
  }

  #writeHeaders(): void {
    const first = { serial: this.#serial, granule: 0 };
    this.#done.push(oggPage({ ...first, sequence: 0, packets: [opusHead()], begins: true }));
    this.#done.push(oggPage({ ...first, sequence: 1, packets: [opusTags()] }));
    this.#pages = 2;
  }

  #writePage(ends: boolean): void {
    const page = { serial: this.#serial, sequence: this.#pages, granule: this.#samples, packets: this.#packets, ends };
    this.#done.push(oggPage(page));
    this.#packets = [];
    this.#paged = this.#samples;
    this.#pages += 1;
  }
}
