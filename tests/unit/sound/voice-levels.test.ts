import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { voiceLevels } from "@/lib/client/sound/voice-levels";

/** As much of an element as a level is drawn on. */
const ring = () => {
  const drawn = { dataset: {} as Record<string, string>, level: "" };
  const style = {
    setProperty: (_: string, value: string): void => {
      drawn.level = value;
    },
  };
  return { drawn, element: Object.assign(drawn, { style }) as unknown as HTMLElement };
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  voiceLevels.follow(new Map());
  vi.useRealTimers();
});

it("a ring that is drawn while somebody speaks evenly is lit, and goes out with the voice", () => {
  const steady = () => 1;
  voiceLevels.follow(new Map([["ada", steady]]));
  vi.advanceTimersByTime(2_000);
  const late = ring();
  voiceLevels.drawOn("ada", late.element);
  expect(late.drawn.dataset.speaking).toBe("true");
  expect(Number(late.drawn.level)).toBeGreaterThan(0.5);
  voiceLevels.follow(new Map());
  expect(late.drawn.dataset.speaking).toBeUndefined();
  expect(late.drawn.level).toBe("0.00");
});

it("a ring of somebody who is silent is not", () => {
  voiceLevels.follow(new Map([["ada", () => 0]]));
  vi.advanceTimersByTime(2_000);
  const { drawn, element } = ring();
  voiceLevels.drawOn("ada", element);
  expect(drawn.dataset.speaking).toBeUndefined();
});
