import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Options = { signal?: AbortSignal; ifAvailable?: boolean };

const KEPT = "11111111-1111-4111-8111-111111111111";

beforeEach(() => {
  // Which page this is, is the page's; each test is a page of its own, begun with what its tab has stored.
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("sessionStorage", { getItem: () => KEPT, setItem: () => undefined });
  // Its own timer is real; here it shall obey the test's clock.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A browser that answers a question for the lock after so long, and lets it go after so long. */
async function isOwn({ answersAfterMs = 0, heldForMs = 0 }): Promise<boolean> {
  const isHeld = (): boolean => performance.now() - beganAt < heldForMs;
  const beganAt = performance.now();
  const request = async (
    _name: string,
    { signal, ifAvailable }: Options,
    given: (lock: object | null) => unknown,
  ): Promise<unknown> => {
    await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
    if (ifAvailable) return given(isHeld() ? null : {});
    while (isHeld() && !signal?.aborted) await new Promise((resolve) => setTimeout(resolve, 10));
    if (signal?.aborted) throw new DOMException("Aborted", "AbortError");
    return given({});
  };
  vi.stubGlobal("navigator", { locks: { request } });
  const { isOwnStorage } = await import("@/lib/client/browser/page-id");
  const answer = isOwnStorage();
  await vi.advanceTimersByTimeAsync(10_000);
  return answer;
}

it.each([0, 3_000])("a page that is loaded anew is itself again, where the browser answers after %d ms", async (ms) => {
  expect(await isOwn({ answersAfterMs: ms })).toBe(true);
});

it("a page waits a moment for the one that it replaces", async () => {
  expect(await isOwn({ heldForMs: 500 })).toBe(true);
});

it("a duplicated tab, whose first one goes on, is another page", async () => {
  expect(await isOwn({ heldForMs: Number.POSITIVE_INFINITY })).toBe(false);
});
