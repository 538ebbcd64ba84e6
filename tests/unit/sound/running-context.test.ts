import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RunningContext } from "@/lib/client/browser/running-context";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** An audio context whose clock goes on only while `moves`. */
function contextOf() {
  const made = Object.assign(new EventTarget(), {
    state: "running",
    moves: true,
    currentTime: 0,
    suspend: vi.fn(async () => {}),
    resume: vi.fn(async () => {}),
  });
  const pass = (ms: number): void => {
    vi.advanceTimersByTime(ms);
    if (made.moves && made.state === "running") made.currentTime += ms / 1_000;
  };
  return { made, pass, kept: new RunningContext(made as unknown as AudioContext) };
}

it("a context that says it runs, and whose clock stands still, does not run: it is stopped and begun again", async () => {
  const { made, pass, kept } = contextOf();
  for (let look = 0; look < 4; look++) {
    pass(500);
    expect(kept.keepRunning()).toBe(true);
  }
  expect(made.resume).not.toHaveBeenCalled();
  made.moves = false;
  pass(500);
  kept.keepRunning();
  pass(500);
  expect(kept.keepRunning()).toBe(false);
  await Promise.resolve();
  expect(made.suspend).toHaveBeenCalledOnce();
  expect(made.resume).toHaveBeenCalledOnce();
  made.moves = true;
  pass(500);
  expect(kept.keepRunning()).toBe(true);
});

it("one that a call has stopped is asked to go on about once a second, and a refusal is no fault", async () => {
  const { made, pass, kept } = contextOf();
  made.state = "interrupted";
  made.resume.mockRejectedValue(new DOMException("Not now", "InvalidStateError"));
  for (let look = 0; look < 8; look++) {
    pass(500);
    expect(kept.keepRunning()).toBe(false);
  }
  expect(made.resume.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(made.resume.mock.calls.length).toBeLessThanOrEqual(5);
  expect(made.suspend).not.toHaveBeenCalled();
});
