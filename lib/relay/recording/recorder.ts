import { setTimeout as sleep } from "node:timers/promises";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { recorderToken } from "@/lib/media/tokens";
import { Ear } from "@/lib/relay/stage/ear";
import { Limiter } from "@/lib/relay/stage/limiter";
import { Mixer } from "@/lib/relay/stage/mixer";
import { BLOCK_SAMPLES } from "@/lib/relay/stage/sound";
import { SpeakerLevels } from "@/lib/relay/stage/speaker-levels";
import { isDatabaseAway } from "@/lib/server/postgres/database-fault";
import { log } from "@/lib/server/postgres/log";
import type { OpenRecording } from "@/lib/server/recording/open-recordings";
import type { TakenUp } from "@/lib/server/recording/take-up-recording";
import { type Pen, type Turn, writeRecording } from "@/lib/server/recording/write-recording";
import { type Pages, Tape } from "./tape";
import { TurnKeeper } from "./turn-keeper";

/** How often what was heard is written down. With the lease of three seconds no more than five are lost where a relay dies. */
const WRITE_EVERY_MS = 1_000;

/** A piece is written anew as a whole each time, and so is never long. */
const PIECE_PAGES = 30;

/** While Postgres is away at the end. The process has eight seconds for all of its end. */
const LAST_TRIES = 4;

type Recorded = {
  pen: Pen;
  room: Pick<OpenRecording, "roomId" | "capacity">;
  from: TakenUp;
  replaced: () => Promise<unknown>;
};

/**
 * Makes one recording: hears the people that it is told of, and nobody else, mixes them, and writes piece after piece. It never
 * throws; what cannot be written now is kept and written later. `over`: it is not this relay's any more.
 */
export class Recorder {
  readonly #mixer = new Mixer();
  readonly #limiter = new Limiter();
  readonly #levels = new SpeakerLevels();
  readonly #turns = new TurnKeeper();
  readonly #tape: Tape;
  readonly #ear: Ear;
  readonly #pen: Pen;
  readonly #writing = setInterval(() => void this.#write(), WRITE_EVERY_MS);
  #piece: number;
  #bytes = Buffer.alloc(0);
  #pagesBefore: number;
  #told: Turn[] = [];
  #heardFromMs: number;
  #busy: Promise<void> | null = null;
  #isWritten = false;
  /** Nothing comes any more. */
  #isEnded = false;
  isOver = false;

  constructor({ pen, room: { roomId, capacity }, from, replaced }: Recorded) {
    this.#pen = pen;
    this.#piece = from.piece;
    this.#pagesBefore = from.pages;
    this.#tape = new Tape({ recordingId: pen.recordingId, ...from, nowMs: performance.now() });
    this.#heardFromMs = from.elapsedMs;
    this.#ear = new Ear({
      roomId,
      replaced,
      token: async () => {
        forgetMediaRoom(roomId);
        await ensureMediaRoom(roomId, capacity);
        return recorderToken(roomId);
      },
      onBlock: (voice, personId, block) => this.#hear(voice, personId, block),
      onEnd: (voice) => this.#mixer.forget(voice),
    });
  }

  /** Hears these people alone from now on. */
  follow(people: readonly string[]): void {
    this.#ear.follow(new Map(people.map((personId) => [personId, { muted: false }])));
  }

  /** `end`: the recording has stopped. `rest`: another relay goes on with it. What Postgres does not take within a few tries is lost. */
  async close(more: "rest" | "end"): Promise<void> {
    clearInterval(this.#writing);
    await this.#ear.close();
    await this.#busy;
    await this.#write(more);
    for (let tries = 1; !this.#isWritten && tries < LAST_TRIES; tries++) {
      await sleep(WRITE_EVERY_MS);
      await this.#write();
    }
    this.#tape.close();
  }

  #hear(voice: string, personId: string, block: Int16Array): void {
    if (block.length !== BLOCK_SAMPLES) return;
    const now = performance.now();
    this.#levels.hear(personId, block);
    for (const sum of this.#mixer.hear(voice, block, now)) this.#tape.hear(this.#limiter.limit(sum), now);
  }

  #write(more?: "rest" | "end"): Promise<void> {
    this.#busy ??= this.#writeOnce(more)
      .catch((fault: unknown) => {
        const level = isDatabaseAway(fault) ? "debug" : "error";
        log()[level]({ err: fault, recordingId: this.#pen.recordingId }, "recording not written");
      })
      .finally(() => {
        this.#busy = null;
      });
    return this.#busy;
  }

  async #writeOnce(more?: "rest" | "end"): Promise<void> {
    if (this.isOver) return;
    this.#isWritten = false;
    if (!this.#isEnded) this.#tape.fill(performance.now());
    this.#isEnded = more !== undefined || this.#isEnded;
    this.#noteTurns();
    const { bytes, samples, pages } = this.#tape.takePages(more);
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    const turns = this.#told;
    const isMine = await writeRecording(this.#pen, { number: this.#piece, bytes: this.#bytes, samples, pages, turns });
    this.isOver = !isMine;
    this.#isWritten = true;
    this.#told = this.#told.slice(turns.length);
    this.#beginPiece({ bytes, samples, pages });
  }

  #beginPiece({ pages }: Pages): void {
    if (pages - this.#pagesBefore < PIECE_PAGES) return;
    this.#piece += 1;
    this.#pagesBefore = pages;
    this.#bytes = Buffer.alloc(0);
  }

  #noteTurns(): void {
    const [from, to] = [this.#heardFromMs, this.#tape.positionMs];
    this.#heardFromMs = to;
    this.#told = [...this.#told, ...this.#turns.hear(this.#levels.take(), Math.round(from), Math.round(to))];
  }
}
