import { describe, expect, it } from "vitest";
import { fitCrop, keyCrop, MIN_CROP_SIZE, moveCrop, resizeCrop, wholeCrop } from "@/lib/domain/portraits/crop";

const WIDE = { width: 400, height: 200 };

describe("the square of a portrait", () => {
  it("is at first the largest one in the middle", () => {
    expect(wholeCrop(WIDE)).toEqual({ x: 0.25, y: 0, size: 1 });
    expect(wholeCrop({ width: 200, height: 400 })).toEqual({ x: 0, y: 0.25, size: 1 });
    expect(wholeCrop({ width: 1, height: 1 })).toEqual({ x: 0, y: 0, size: 1 });
  });

  it("never leaves the picture, wherever it is dragged", () => {
    const crop = { x: 0.25, y: 0, size: 1 };
    expect(moveCrop(crop, WIDE, { x: 0.1, y: 0 }).x).toBeCloseTo(0.3);
    expect(moveCrop(crop, WIDE, { x: 9, y: 9 })).toEqual({ x: 0.5, y: 0, size: 1 });
    expect(moveCrop(crop, WIDE, { x: -9, y: -9 })).toEqual({ x: 0, y: 0, size: 1 });
    expect(fitCrop({ x: 1, y: 1, size: 0.5 }, WIDE)).toEqual({ x: 0.75, y: 0.5, size: 0.5 });
  });

  it("keeps its middle when it is brought closer, and is never smaller than the smallest", () => {
    expect(resizeCrop({ x: 0.25, y: 0, size: 1 }, WIDE, 0.5)).toEqual({ x: 0.375, y: 0.25, size: 0.5 });
    expect(resizeCrop({ x: 0.25, y: 0, size: 1 }, WIDE, 0).size).toBe(MIN_CROP_SIZE);
    expect(resizeCrop({ x: 0, y: 0.5, size: 0.5 }, WIDE, 7)).toEqual({ x: 0, y: 0, size: 1 });
  });

  it("goes where arrow keys, + and − say, and nowhere for other keys", () => {
    const crop = { x: 0.375, y: 0.25, size: 0.5 };
    expect(keyCrop("ArrowRight", crop, WIDE)?.x).toBeGreaterThan(crop.x);
    expect(keyCrop("ArrowUp", crop, WIDE)?.y).toBeLessThan(crop.y);
    expect(keyCrop("+", crop, WIDE)?.size).toBeLessThan(crop.size);
    expect(keyCrop("-", crop, WIDE)?.size).toBeGreaterThan(crop.size);
    expect(keyCrop("Tab", crop, WIDE)).toBeNull();
  });
});
