import { describe, expect, it } from "vitest";
import { isReached } from "@/lib/client/sound/stage-reach";
import type { StageSignal } from "@/lib/wire/stage/stage-signal";

const said = (reach = true): StageSignal => ({ reach, speaking: {}, open: [], present: [] });
const NOW = 100_000;

describe("whether the stage's sound comes through", () => {
  it("is believed while the relay's sound is connected, also before its first word", () => {
    expect(isReached({ missingSince: null, signal: null }, NOW)).toBe(true);
    expect(isReached({ missingSince: null, signal: { said: said(), at: NOW - 1_900 } }, NOW)).toBe(true);
  });

  it("is believed through a change of relays that takes less than two seconds, and no longer", () => {
    expect(isReached({ missingSince: NOW - 1_900, signal: null }, NOW)).toBe(true);
    expect(isReached({ missingSince: NOW - 2_100, signal: null }, NOW)).toBe(false);
  });

  it("is denied at once where the relay says that it does not reach the main room", () => {
    expect(isReached({ missingSince: null, signal: { said: said(false), at: NOW } }, NOW)).toBe(false);
  });

  it("is denied where a relay that was heard of says nothing any more, whatever its track looks like", () => {
    expect(isReached({ missingSince: null, signal: { said: said(), at: NOW - 5_100 } }, NOW)).toBe(false);
  });
});
