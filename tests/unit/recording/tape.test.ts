import { describe, expect, it } from "vitest";
import { Tape } from "@/lib/relay/recording/tape";
import { decodeOgg, readOgg, toneLevels } from "@/tests/support/ogg";

const ID = "019ad000-0000-7000-8000-0000deadbeef";
const BLOCK = 480;
const HEARD_DB = -30;
const SILENT_DB = -60;

const block = (hz: number, number: number): Int16Array =>
  Int16Array.from({ length: BLOCK }, (_, at) =>
    Math.round(8_000 * Math.sin((2 * Math.PI * hz * (number * BLOCK + at)) / 48_000)),
  );

const begin = (from: { samples?: number; pages?: number; elapsedMs?: number; nowMs?: number } = {}): Tape =>
  new Tape({ recordingId: ID, samples: 0, pages: 0, elapsedMs: 0, nowMs: 1_000, ...from });

/** Plays a tone from one moment to another, by the clock of the tape. */
function play(tape: Tape, hz: number, fromMs: number, toMs: number): void {
  for (let ms = fromMs; ms < toMs; ms += 10) tape.hear(block(hz, ms / 10), ms + 10);
}

/** In which tenths of a second the tone is heard. */
const heardIn = (file: Buffer, hz: number): number[] =>
  toneLevels(decodeOgg(file), hz).flatMap((level, tenth) => (level > HEARD_DB ? [tenth] : []));

describe("a tape", () => {
  it("is one Ogg stream that another reader takes, and holds what it heard where it was heard", () => {
    const tape = begin();
    play(tape, 440, 1_000, 3_000);
    tape.fill(5_150);
    play(tape, 770, 5_200, 6_200);
    const { bytes, samples, pages } = tape.takePages("end");
    const read = readOgg(bytes);
    expect(read).toHaveLength(pages);
    expect(read.at(-1)).toMatchObject({ granule: samples, flags: 4 });
    expect(read[0]).toMatchObject({ serial: 0xdeadbeef, flags: 2, granule: 0 });
    const levels = toneLevels(decodeOgg(bytes), 440);
    expect(levels.slice(1, 19).every((level) => level > HEARD_DB)).toBe(true);
    expect(levels.slice(22, 39).every((level) => level < SILENT_DB)).toBe(true);
    const second = heardIn(bytes, 770);
    expect(second[0]).toBeGreaterThanOrEqual(40);
    expect(second[0]).toBeLessThanOrEqual(43);
    expect(second.at(-1)).toBeGreaterThanOrEqual(50);
    tape.close();
  });

  it("is carried on by another relay as the same stream, with silence for the time between", () => {
    const first = begin();
    play(first, 440, 1_000, 4_500);
    const before = first.takePages();
    first.close();
    // Whatever made no whole page is lost with the first relay; the second one comes three seconds later.
    expect(before.samples).toBe(3 * 48_000);
    const second = begin({ samples: before.samples, pages: before.pages, elapsedMs: 7_000, nowMs: 50_000 });
    play(second, 770, 50_000, 52_000);
    const after = second.takePages("rest");
    second.close();
    const whole = Buffer.concat([before.bytes, after.bytes]);
    expect(heardIn(whole, 440).at(-1)).toBeLessThanOrEqual(30);
    const tenths = heardIn(whole, 770);
    expect(tenths[0]).toBeGreaterThanOrEqual(69);
    expect(tenths[0]).toBeLessThanOrEqual(71);
    expect(after.samples / 48_000).toBeCloseTo(9, 0);
  });

  it("stays as long as the clock says, whether sound comes late, in bursts, or not at all", () => {
    const tape = begin();
    for (let ms = 1_000; ms < 11_000; ms += 500)
      for (let number = 0; number < 55; number++) tape.hear(block(440, number), ms);
    tape.fill(11_000);
    const { samples } = tape.takePages("rest");
    expect(samples / 48).toBeGreaterThan(9_700);
    expect(samples / 48).toBeLessThan(10_400);
    tape.fill(3_600_000);
    expect(tape.takePages("rest").samples / 48_000).toBeCloseTo(3_599, 0);
    tape.close();
  });

  it("of silence is small, and its silence is none of anybody's voice", () => {
    const tape = begin();
    tape.fill(61_000);
    const { bytes } = tape.takePages("end");
    expect(bytes.length).toBeLessThan(18_000);
    expect(decodeOgg(bytes).every((sample) => sample === 0)).toBe(true);
    tape.close();
  });

  it("bites: a damaged page is found", () => {
    const tape = begin();
    play(tape, 440, 1_000, 3_000);
    const { bytes } = tape.takePages("end");
    tape.close();
    bytes.writeUInt8((bytes.at(-5) ?? 0) ^ 1, bytes.length - 5);
    expect(() => readOgg(bytes)).toThrow("damaged");
  });
});
