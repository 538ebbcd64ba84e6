import { describe, expect, it } from "vitest";
import { LinkJudge, type LinkReading } from "@/lib/client/room/link-judge";
import { EchoJudge, LOOK_EVERY_MS } from "@/lib/client/sound/echo-judge";

/** Samples in five seconds of one voice. */
const WINDOW = 240_000;

/** Readings whose windows lost these shares of what was received. */
function readings(...shares: number[]): LinkReading[] {
  let concealed = 0;
  return [0, ...shares].map((share, index) => {
    concealed += share * WINDOW;
    return { voices: { ben: { received: index * WINDOW, concealed } }, lost: null, roundTripMs: null };
  });
}

const verdicts = (all: LinkReading[]): (string | null)[] => {
  const judge = new LinkJudge();
  return all.map((reading) => judge.note(reading));
};

describe("a weak connection", () => {
  it("is told after three bad windows, not after two, and taken back after four good ones", () => {
    expect(verdicts(readings(0, 0.3, 0.3, 0, 0))).toEqual([null, null, null, null, null, null]);
    const told = verdicts(readings(0.3, 0.3, 0.3, 0, 0, 0, 0));
    expect(told).toEqual([null, null, null, "hearing", "hearing", "hearing", "hearing", null]);
  });

  it("is none where a little is lost, nobody speaks, or a speaker took their counters along", () => {
    expect(verdicts(readings(0.05, 0.05, 0.05)).at(-1)).toBeNull();
    const silence = { ben: { received: 0, concealed: 0 } };
    expect(verdicts(readings(0, 0, 0).map((one) => ({ ...one, voices: silence }))).at(-1)).toBeNull();
    expect(verdicts(readings(0.3, 0.3, 0.3).toReversed()).at(-1)).toBeNull();
  });

  it("is none where the one voice that suffered is left out, or another one comes with a past of its own", () => {
    const suffering = readings(0.3, 0.3, 0.3);
    expect(verdicts(suffering.map((one) => ({ ...one, voices: {} }))).at(-1)).toBeNull();
    const late = suffering.map((one, index) => ({ ...one, voices: index === 3 ? one.voices : {} }));
    expect(verdicts(late).at(-1)).toBeNull();
  });

  it("is told apart by its direction", () => {
    const own = readings(0, 0, 0).map((one) => ({ ...one, lost: 0.3, roundTripMs: 80 }));
    expect(verdicts(own).at(-1)).toBe("speaking");
    const slow = readings(0, 0, 0).map((one) => ({ ...one, lost: 0, roundTripMs: 2_000 }));
    expect(verdicts(slow).at(-1)).toBe("speaking");
  });
});

type Stretch = { ms: number; own?: boolean; others?: boolean };

function echoes(stretches: Stretch[]): boolean {
  const judge = new EchoJudge();
  const looks = stretches.flatMap(({ ms, own = false, others = false }) =>
    Array.from({ length: Math.round(ms / LOOK_EVERY_MS) }, () => ({ own, others })),
  );
  return looks.map((look) => judge.note(look)).some(Boolean);
}

const times = (count: number, ...stretches: Stretch[]): Stretch[] =>
  Array.from({ length: count }, () => stretches).flat();

/** Somebody says a phrase, and it comes back a moment after it began. */
const COMES_BACK = [
  { ms: 160, others: true },
  { ms: 1_500, others: true, own: true },
  { ms: 240, own: true },
  { ms: 800 },
];

describe("an echo", () => {
  it("is told once every phrase of the others came back through one's own microphone", () => {
    expect(echoes(times(5, ...COMES_BACK))).toBe(true);
  });

  it("is told where the browser says a moment too late what it plays", () => {
    const late = [
      { ms: 160, own: true },
      { ms: 1_500, others: true, own: true },
      { ms: 800, others: true },
      { ms: 400 },
    ];
    expect(echoes(times(5, ...late))).toBe(true);
  });

  it("is not told of two or three", () => {
    expect(echoes(times(3, ...COMES_BACK))).toBe(false);
  });

  it("is none where one is silent, where two talk in turns, and where one talks by oneself", () => {
    expect(echoes(times(10, { ms: 1_500, others: true }, { ms: 800 }))).toBe(false);
    expect(echoes(times(10, { ms: 1_500, others: true }, { ms: 400 }, { ms: 1_500, own: true }, { ms: 400 }))).toBe(
      false,
    );
    expect(echoes([...times(5, ...COMES_BACK.slice(0, 3)), { ms: 500, own: true }, { ms: 800 }])).toBe(false);
    expect(echoes([{ ms: 800, own: true }, { ms: 800 }, ...times(5, ...COMES_BACK)])).toBe(false);
  });

  it("is none where one answers each time, but not at once", () => {
    expect(echoes(times(8, { ms: 800, others: true }, { ms: 400, others: true, own: true }, { ms: 800 }))).toBe(false);
  });
});
