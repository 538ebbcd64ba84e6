import { TrackKind, TrackSource } from "@livekit/rtc-node";
import { describe, expect, it, vi } from "vitest";
import { ArrivalGate } from "@/lib/relay/stage/arrival-gate";
import { ClaimShare } from "@/lib/relay/stage/claim-share";
import { Limiter } from "@/lib/relay/stage/limiter";
import { Mixer } from "@/lib/relay/stage/mixer";
import { shouldSubscribe } from "@/lib/relay/stage/should-subscribe";
import { SilenceGate, TAIL_MS } from "@/lib/relay/stage/silence-gate";
import { BLOCK_MS, BLOCK_SAMPLES, FULL_SCALE, STAGE_RATE } from "@/lib/relay/stage/sound";
import { SpeakerLevels } from "@/lib/relay/stage/speaker-levels";
import { SignalPace, stageSignal } from "@/lib/relay/stage/stage-signal";

const block = (sample: number) => new Int16Array(BLOCK_SAMPLES).fill(sample);

/** The so-many-th block of a tone. */
const tone = (hz: number, peak: number, number = 0) =>
  Int16Array.from({ length: BLOCK_SAMPLES }, (_, index) =>
    Math.round(peak * Math.sin((2 * Math.PI * hz * (number * BLOCK_SAMPLES + index)) / STAGE_RATE)),
  );

describe("whom the relay hears", () => {
  const microphone = { kind: TrackKind.KIND_AUDIO, source: TrackSource.SOURCE_MICROPHONE };
  const heard = new Map([
    ["ada", { muted: false }],
    ["cleo", { muted: true }],
  ]);

  it("are the microphones of those who sit on the stage, and of nobody else who slipped in", () => {
    expect(shouldSubscribe("ada", microphone, heard)).toBe(true);
    expect(shouldSubscribe("cleo", microphone, heard)).toBe(true);
    expect(shouldSubscribe("eve", microphone, heard)).toBe(false);
    expect(shouldSubscribe("relay:room", microphone, heard)).toBe(false);
    expect(shouldSubscribe("ada", { ...microphone, source: TrackSource.SOURCE_SCREENSHARE_AUDIO }, heard)).toBe(false);
    expect(shouldSubscribe("ada", { kind: TrackKind.KIND_VIDEO, source: TrackSource.SOURCE_CAMERA }, heard)).toBe(
      false,
    );
  });
});

describe("the mixer", () => {
  const first = (sums: Int32Array[]) => sums.map((sum) => sum[0]);

  it("passes one voice on as it comes", () => {
    const mixer = new Mixer();
    expect(first([0, 10, 20].flatMap((at) => mixer.hear("ada", block(at + 1), at)))).toEqual([1, 11, 21]);
  });

  it("sums voices that come at the same time, each block once", () => {
    const mixer = new Mixer();
    expect(first(mixer.hear("ada", block(100), 0))).toEqual([100]);
    expect(mixer.hear("ben", block(20), 1)).toEqual([]);
    expect(first(mixer.hear("ada", block(100), 10))).toEqual([120]);
    expect(mixer.hear("cleo", block(3), 10)).toEqual([]);
    expect(mixer.hear("ben", block(20), 11)).toEqual([]);
    expect(first(mixer.hear("ada", block(100), 20))).toEqual([123]);
  });

  it("goes beyond full scale without wrapping", () => {
    const mixer = new Mixer();
    mixer.hear("ada", block(30_000), 0);
    mixer.hear("ben", block(30_000), 0);
    expect(first(mixer.hear("ada", block(30_000), 10))).toEqual([60_000]);
  });

  it("waits for a late voice for two blocks, and not at all for one that stays away", () => {
    const mixer = new Mixer();
    mixer.hear("ben", block(5), 0);
    const sums = [1, 10, 20, 30, 40, 50].map((at) => first(mixer.hear("ada", block(1), at)));
    expect(sums.slice(0, 3)).toEqual([[], [], [1]]);
    expect(sums[3]).toEqual([1]);
    // What waited comes at once, and from then on nothing waits.
    expect(sums.slice(4)).toEqual([[1, 1, 1], [1]]);
  });

  it("does not wait for a voice that it was told to forget", () => {
    const mixer = new Mixer();
    mixer.hear("ben", block(5), 0);
    expect(mixer.hear("ada", block(1), 0)).toEqual([]);
    mixer.forget("ben");
    expect(first(mixer.hear("ada", block(1), 5))).toEqual([1, 1]);
  });
});

describe("the limiter", () => {
  const peak = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

  it("leaves what fits exactly as it is", () => {
    const limiter = new Limiter();
    const speech = tone(440, 20_000);
    expect(limiter.limit(Int32Array.from(speech))).toEqual(speech);
  });

  it("makes three loud voices softer together instead of cutting their peaks off", () => {
    const limiter = new Limiter();
    const sum = (number: number) => {
      const voices = [300, 410, 530].map((hz) => tone(hz, 25_000, number));
      return Int32Array.from({ length: BLOCK_SAMPLES }, (_, at) =>
        voices.reduce((all, voice) => all + (voice[at] ?? 0), 0),
      );
    };
    const limited = Array.from({ length: 50 }, (_, number) => limiter.limit(sum(number))).slice(5);
    const cut = limited.flatMap((samples) => [...samples]).filter((sample) => Math.abs(sample) >= FULL_SCALE);
    expect(cut.length).toBeLessThan(0.005 * 45 * BLOCK_SAMPLES);
    expect(Math.max(...limited.map(peak))).toBeGreaterThan(FULL_SCALE * 0.6);
  });

  it("comes back to full loudness within half a second", () => {
    const limiter = new Limiter();
    limiter.limit(new Int32Array(BLOCK_SAMPLES).fill(90_000));
    const levels = Array.from({ length: 50 }, () => peak(limiter.limit(Int32Array.from(tone(440, 10_000)))));
    expect(levels[0]).toBeLessThan(5_500);
    expect(levels.at(-1)).toBeGreaterThan(9_700);
  });
});

describe("the gate", () => {
  const blocksOf = (ms: number) => Array.from({ length: ms / BLOCK_MS });

  it("sends nothing before the first sound, and nothing in silence but for the tail", () => {
    const gate = new SilenceGate();
    expect(gate.lets(block(0))).toBe(false);
    expect(gate.lets(block(2_000))).toBe(true);
    const sent = blocksOf(10_000).filter(() => gate.lets(block(3)));
    expect(sent.length * BLOCK_MS).toBe(TAIL_MS - BLOCK_MS);
    expect(gate.isOpen).toBe(false);
    expect(gate.lets(tone(440, 200))).toBe(true);
  });

  it("keeps sending through the pauses of speech", () => {
    const gate = new SilenceGate();
    for (let phrase = 0; phrase < 5; phrase++) {
      expect(gate.lets(block(500))).toBe(true);
      expect(blocksOf(TAIL_MS - 2 * BLOCK_MS).every(() => gate.lets(block(0)))).toBe(true);
    }
  });
});

describe("what overflow rooms are told of the stage", () => {
  const state = { reach: true, present: ["cleo", "ada"], open: ["cleo", "ada"], levels: new Map([["ada", 0.12345]]) };

  it("is the same for the same stage, whatever order it was found in", () => {
    expect(stageSignal(state)).toEqual({
      reach: true,
      speaking: { ada: 0.123 },
      open: ["ada", "cleo"],
      present: ["ada", "cleo"],
    });
    expect(JSON.stringify(stageSignal({ ...state, present: ["ada", "cleo"] }))).toBe(
      JSON.stringify(stageSignal(state)),
    );
  });

  it("names nobody as speaking whose microphone is off, and no noise", () => {
    const levels = new Map([
      ["ada", 0.001],
      ["eve", 0.5],
    ]);
    expect(stageSignal({ ...state, levels }).speaking).toEqual({});
  });

  it("is only that nothing is heard while the main room is out of reach", () => {
    expect(stageSignal({ ...state, reach: false })).toEqual({ reach: false, speaking: {}, open: [], present: [] });
  });

  it("comes at a change, at most four times a second, and again after two seconds", () => {
    const pace = new SignalPace();
    expect(pace.isDue("a", 0)).toBe(true);
    expect(pace.isDue("b", 100)).toBe(false);
    expect(pace.isDue("b", 250)).toBe(true);
    expect([500, 1_000, 2_000].map((at) => pace.isDue("b", at))).toEqual([false, false, false]);
    expect(pace.isDue("b", 2_250)).toBe(true);
    const changing = Array.from({ length: 1_000 }, (_, at) => pace.isDue(String(at), 3_000 + at)).filter(Boolean);
    expect(changing.length).toBeLessThanOrEqual(5);
  });
});

it("levels are the loudest since the last look, and then begin anew", () => {
  const levels = new SpeakerLevels();
  levels.hear("ada", tone(1_000, FULL_SCALE / 2));
  levels.hear("ada", block(0));
  levels.hear("ben", block(0));
  expect(levels.take().get("ada")).toBeCloseTo(0.5 / Math.SQRT2, 2);
  expect(levels.take().size).toBe(0);
});

describe("families that nobody carries", () => {
  const inOrder = () => new ClaimShare(() => 0.5);
  const many = Array.from({ length: 20 }, (_, number) => `family ${number}`);

  it("are claimed a few at a look, at once by a process that carries nothing", () => {
    const share = inOrder();
    expect(share.choose(many, 0, 0)).toHaveLength(4);
    expect(inOrder().choose(many.slice(0, 2), 0, 0)).toHaveLength(2);
  });

  it("are left to others for a while by one that carries much, and then claimed all the same", () => {
    const share = inOrder();
    expect(share.choose(many, 10, 0)).toEqual([]);
    expect(share.choose(many, 10, 240)).toEqual([]);
    expect(share.choose(many, 10, 250)).toHaveLength(4);
    expect(share.choose(many, 1_000, 700)).toEqual([]);
    expect(share.choose(many, 1_000, 750)).toHaveLength(4);
  });

  it("wait anew when they were claimed in between", () => {
    const share = inOrder();
    share.choose(["one"], 10, 0);
    share.choose([], 10, 200);
    expect(share.choose(["one"], 10, 300)).toEqual([]);
  });

  it("are not all wanted in the same order by every process", () => {
    const places = [0.9, 0.1, 0.5];
    const share = new ClaimShare(() => places.shift() ?? 0);
    expect(share.choose(["a", "b", "c"], 0, 0)).toEqual(["b", "c", "a"]);
  });
});

describe("what lets a channel's sound through", () => {
  it("is open while packets arrive, in a pause too, and shuts within a moment of the last one", async () => {
    vi.useFakeTimers();
    let packets: number | null = 0;
    const gate = new ArrivalGate(async () => packets);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(gate.isOpen).toBe(false);
    for (packets = 1; packets < 6; packets++) {
      await vi.advanceTimersByTimeAsync(400);
      expect(gate.lets()).toBe(true);
    }
    await vi.advanceTimersByTimeAsync(800);
    expect(gate.lets()).toBe(false);
    packets = null;
    await vi.advanceTimersByTimeAsync(400);
    expect(gate.isOpen).toBe(false);
    gate.close();
    vi.useRealTimers();
  });
});
