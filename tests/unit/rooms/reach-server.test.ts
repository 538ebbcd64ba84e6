import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

type Asked = { at: number; url: string; credentials: string; signal: AbortSignal; answer: () => void };

let asked: Asked[];

beforeEach(() => {
  // What is known of the servers is the page's; each test is a page of its own.
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("location", { origin: "https://plenum.example" });
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  asked = [];
  vi.stubGlobal(
    "fetch",
    (url: string, { credentials, signal }: { credentials: string; signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        const answer = () => resolve(new Response("{}", { headers: { "Content-Type": "application/json" } }));
        asked.push({ at: performance.now(), url, credentials, signal, answer });
        signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
      }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function untilReachable(mediaUrl: string): Promise<{ isOver: () => boolean }> {
  const reach = await import("@/lib/client/browser/reach-server");
  reach.askAlso(mediaUrl);
  let over = false;
  void reach
    .untilReachable(() => true)
    .then(() => {
      over = true;
    });
  return { isOver: () => over };
}

const MEDIA = "wss://media.example/rtc";

describe("a network that swallows everything", () => {
  it("is tried on each kind of connection in turn, never twice within a second and seldom enough to last for a minute", async () => {
    await untilReachable(MEDIA);
    await vi.advanceTimersByTimeAsync(60_000);
    const kinds = asked.slice(0, 4).map(({ url, credentials }) => `${url} ${credentials}`);
    expect(new Set(kinds).size).toBe(4);
    const pauses = asked.slice(1).map(({ at }, place) => at - (asked[place]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(1_000);
    // Begun by whole seconds, all would be tried again at the same moments.
    expect(pauses.every((pause) => pause % 1_000 !== 0)).toBe(true);
    const own = asked.filter(({ url, credentials }) => url === "/api/health" && credentials === "same-origin");
    // The browser begins six of a kind; the door needs one.
    expect(own.length).toBeLessThan(6);
    expect(asked.length).toBeGreaterThan(20);
  });

  it("leaves a question waiting on every kind but the door's, so that whichever connection is made first is taken", async () => {
    await untilReachable(MEDIA);
    for (let waited = 0; waited < 60_000; waited += 1_000) {
      await vi.advanceTimersByTimeAsync(1_000);
      const waiting = new Set(asked.filter(({ signal }) => !signal.aborted).map((each) => each.url + each.credentials));
      const begun = new Set(asked.map((each) => each.url + each.credentials));
      begun.delete("/api/healthsame-origin");
      expect([...begun].filter((kind) => !waiting.has(kind))).toEqual([]);
    }
  });

  it.each(["/api/health", "https://media.example"])(
    "is over with an answer of %s, and nothing waits any more",
    async (url) => {
      const { isOver } = await untilReachable(MEDIA);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(isOver()).toBe(false);
      asked.findLast((each) => each.url === url)?.answer();
      await vi.advanceTimersByTimeAsync(1);
      expect(isOver()).toBe(true);
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(asked.length).toBe(before);
      expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
    },
  );
});

it("a media server at our own address has no connections of its own to try", async () => {
  await untilReachable("wss://plenum.example/media");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(["/api/health"]));
});
