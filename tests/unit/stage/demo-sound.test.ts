import { describe, expect, it } from "vitest";
import { DEMO_CAST } from "@/lib/relay/demo-cast";
import { LEAD_MS, Playhead } from "@/lib/relay/playhead";
import { readVoice } from "@/lib/relay/read-voice";
import { cutVoice, FRAME_MS, SAMPLE_RATE } from "@/lib/relay/voice";
import { DEMO_ROOMS } from "@/prisma/cast-rooms";

const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

describe("a recording cut into frames", () => {
  it("needs nothing sent while nobody speaks, but for the tail of a word", () => {
    const samples = new Int16Array(FRAME_SAMPLES * 20);
    samples.fill(1_000, 0, FRAME_SAMPLES);
    const frames = cutVoice(samples);
    expect(frames).toHaveLength(20);
    expect(frames.slice(0, 11)).not.toContain(null);
    expect(frames.slice(11).every((frame) => frame === null)).toBe(true);
  });

  it("has frames that each own their samples", () => {
    const [first] = cutVoice(new Int16Array(FRAME_SAMPLES * 2).fill(1));
    expect(first?.buffer.byteLength).toBe(FRAME_SAMPLES * 2);
  });
});

describe("the playhead", () => {
  it("hands over every frame once, in order, a little ahead", () => {
    const playhead = new Playhead(0);
    const frames = [0, 20, 35, 61, 80, 100].flatMap((nowMs) => playhead.due(nowMs));
    expect(frames).toEqual(frames.map((_, index) => index));
    expect(frames).toHaveLength((100 + LEAD_MS) / FRAME_MS);
  });

  it("skips what a stall missed, instead of sending it late", () => {
    const playhead = new Playhead(0);
    playhead.due(0);
    expect(playhead.due(2_000)).toEqual([100, 101, 102]);
  });

  it("begins anew when told", () => {
    const playhead = new Playhead(0);
    playhead.due(5_000);
    playhead.restart(5_000);
    expect(playhead.due(5_000)).toEqual([0, 1, 2]);
  });
});

describe("the demo cast's recordings", () => {
  it("belong to those whom the seed puts on the demo room's stage", () => {
    expect(DEMO_ROOMS.map(({ host, stage }) => ({ host, stage }))).toEqual([{ host: DEMO_CAST[0], stage: DEMO_CAST }]);
  });

  it("are one loop, in which they take turns and which closes in silence", async () => {
    const [vera = [], milan = []] = await Promise.all(DEMO_CAST.map(readVoice));
    expect(vera).toHaveLength(milan.length);
    const speaks = (frame: Int16Array | null | undefined) => frame?.some((sample) => sample !== 0) ?? false;
    expect(vera.some((frame, index) => speaks(frame) && speaks(milan[index]))).toBe(false);
    expect([vera.at(-1), milan.at(-1)]).toEqual([null, null]);
    for (const voice of [vera, milan]) {
      const samples = voice.filter(speaks).flatMap((frame) => [...(frame ?? [])]);
      const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length) / 32_768;
      expect(Math.abs(20 * Math.log10(rms) + 18)).toBeLessThan(2);
      expect(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeLessThan(30_000);
    }
  });
});
