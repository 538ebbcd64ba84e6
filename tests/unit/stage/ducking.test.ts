import { describe, expect, it } from "vitest";
import { DUCKED_DB, type Ducking, duck, gainOf, STEP_MS, UNDUCKED } from "@/lib/domain/stage/ducking";

/** The ramp after `steps` steps in which somebody talks, or nobody does, from wherever it stood. */
function ramp(before: Ducking, steps: number, talks: boolean, from = 1_000): Ducking {
  let ducking = before;
  for (let step = 0; step < steps; step++) ducking = duck(ducking, talks, from + step * STEP_MS);
  return ducking;
}

const talking = ramp(UNDUCKED, 10, true);
const lastWordAt = talking.talkedAt ?? 0;

describe("turning one sound down while another one talks", () => {
  it("leaves it as it is while nobody talks", () => {
    expect(ramp(UNDUCKED, 100, false)).toBe(UNDUCKED);
  });

  it("is at least 9 dB lower within 200 ms of the first word, by steps that nobody hears as a switch", () => {
    let ducking = UNDUCKED;
    for (let at = 5_000; at < 5_200; at += STEP_MS) {
      const next = duck(ducking, true, at);
      expect(ducking.db - next.db).toBeLessThan(4);
      ducking = next;
    }
    expect(ducking.db).toBeLessThanOrEqual(-9);
  });

  it("stays there however long they talk, and never goes lower", () => {
    expect(talking.db).toBe(DUCKED_DB);
    expect(ramp(talking, 1_000, true).db).toBe(DUCKED_DB);
  });

  it("stays down through the pause between two words", () => {
    expect(duck(talking, false, lastWordAt + 400).db).toBe(DUCKED_DB);
  });

  it("comes back over about 600 ms once they have finished, and is then untouched", () => {
    const from = lastWordAt + STEP_MS;
    const half = ramp(talking, Math.ceil((500 + 300) / STEP_MS), false, from);
    expect(half.db).toBeGreaterThan(-9);
    expect(half.db).toBeLessThan(-2);
    const whole = ramp(talking, Math.ceil((500 + 700) / STEP_MS), false, from);
    expect(whole.db).toBe(0);
    expect(duck(whole, false, lastWordAt + 10_000)).toBe(whole);
  });

  it("does not jump down where the last word is long ago", () => {
    const quiet = ramp(talking, 40, false, lastWordAt + STEP_MS);
    expect(duck(quiet, true, lastWordAt + 60_000).db).toBeGreaterThan(-4);
  });

  it("is turned down again in the middle of coming back", () => {
    const rising = ramp(talking, Math.ceil(800 / STEP_MS), false, lastWordAt + STEP_MS);
    const down = ramp(rising, 6, true, rising.at + STEP_MS);
    expect(down.db).toBe(DUCKED_DB);
  });

  it("plays a quarter of the sound at 12 dB less", () => {
    expect(gainOf(0)).toBe(1);
    expect(gainOf(DUCKED_DB)).toBeCloseTo(0.25, 2);
  });
});
