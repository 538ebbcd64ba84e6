import { expect, it } from "vitest";
import { nextStep, type RampState } from "@/scripts/load/ramp";

const QUIET: RampState = {
  wanted: 100,
  in: 40,
  coming: 0,
  judged: 40,
  broken: 0,
  brokenLooks: 0,
  notConnected: 0,
  connected: 20,
  looksSinceIn: 0,
  doorWaitMs: 0,
};

it("more come while all hear cleanly, never beyond what was asked for", () => {
  expect(nextStep(QUIET, 20)).toEqual({ step: "more", count: 20 });
  expect(nextStep({ ...QUIET, in: 93, coming: 2 }, 20)).toEqual({ step: "more", count: 5 });
});

it("nobody is sent in while as many still wait to be let in", () => {
  expect(nextStep({ ...QUIET, coming: 20 }, 20)).toEqual({ step: "wait", broken: false });
});

it("the door's wish to be left alone is kept", () => {
  expect(nextStep({ ...QUIET, doorWaitMs: 1 }, 20)).toEqual({ step: "wait", broken: false });
});

it("the ramp is full when nobody is missing, nobody is on the way, and who came last has been judged", () => {
  const allIn = { ...QUIET, in: 100, looksSinceIn: 4 };
  expect(nextStep(allIn, 20)).toEqual({ step: "full" });
  expect(nextStep({ ...allIn, in: 95, coming: 5 }, 20).step).toBe("wait");
  expect(nextStep({ ...allIn, looksSinceIn: 3 }, 20).step).toBe("wait");
});

it("two bad windows hold the ramp, a third in a row ends it", () => {
  expect(nextStep({ ...QUIET, broken: 3, brokenLooks: 1 }, 20)).toEqual({ step: "wait", broken: true });
  expect(nextStep({ ...QUIET, broken: 3, brokenLooks: 2 }, 20)).toEqual({
    step: "overloaded",
    why: "3 of 40 listeners heard badly",
  });
});

it("a few who hear badly end nothing", () => {
  expect(nextStep({ ...QUIET, broken: 2, brokenLooks: 5 }, 20).step).toBe("more");
});

it("a full room that breaks up is not called full before it is looked at again", () => {
  const allIn = { ...QUIET, in: 100, judged: 100, broken: 50, looksSinceIn: 9 };
  expect(nextStep(allIn, 20)).toEqual({ step: "wait", broken: true });
  expect(nextStep({ ...allIn, brokenLooks: 2 }, 20).step).toBe("overloaded");
});

it("connects that fail end the ramp, a single one does not", () => {
  expect(nextStep({ ...QUIET, notConnected: 1, connected: 1 }, 20).step).toBe("more");
  expect(nextStep({ ...QUIET, notConnected: 5, connected: 15 }, 20)).toEqual({
    step: "overloaded",
    why: "5 of 20 could not connect to the media server",
  });
});
