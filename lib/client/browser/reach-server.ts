import { retryDelayMs } from "./retry-delay";

/** `answered`: whoever was asked did. `refused`: the network is there and our own server is not. `nothing`: no answer in time. */
export type Reach = "answered" | "refused" | "nothing";

/**
 * How often another connection is begun while nothing answers. A browser keeps those that were begun without a network, and the
 * system tries each of them once a second in its first five and ever more seldom later: so they are begun one after another, and
 * not by whole seconds, so that two which are young are tried at different moments. Source: docs/far.md.
 */
const BEGIN_EVERY_MS = { first: 1_700, later: 3_300 };
const FIRST_MS = 20_000;
/** Where there is only one host, its connections have to last. */
const ONE_HOST_FACTOR = 2;
/** Longer than it takes to go through all ways: on each of them a question waits, which takes the first connection that is made. */
const WAIT_MS = 14_000;
/** All that a browser begins at once to one host with, and as many without, what it knows the person by. */
const CONNECTIONS_OF_A_KIND = 6;
/** Some of those in which the door will be asked are left to it. */
const LEFT_TO_THE_DOOR = 3;

/** An answer this young still holds. */
const FRESH_MS = 1_000;

let answeredAt = Number.NEGATIVE_INFINITY;
let mediaServer: string | null = null;

/** Where sound comes from is asked, too, once nothing answers: a host of its own, to which a browser begins connections of its own. */
export function askAlso(mediaUrl: string): void {
  const { origin } = new URL(mediaUrl.replace(/^ws/, "http"));
  mediaServer = origin === location.origin ? null : origin;
}

/** Asks our own server for as little as can be. */
export async function askServer(
  withinMs: number,
  credentials: RequestCredentials = "same-origin",
  over?: AbortSignal,
): Promise<Reach> {
  const signal = endsWith(over, withinMs);
  try {
    const answer = await fetch("/api/health", { cache: "no-store", credentials, signal });
    // A network that wants to be signed in to leads elsewhere, or answers with a page of its own.
    if (!answer.ok || answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) return "refused";
    // To its end: what is broken off takes its connection with it.
    await answer.text();
    answeredAt = performance.now();
    return "answered";
  } catch {
    return signal.aborted || !navigator.onLine ? "nothing" : "refused";
  }
}

/** Whatever is said there is a sign that the network is back. */
async function askMediaServer(origin: string, credentials: RequestCredentials, over: AbortSignal): Promise<Reach> {
  try {
    await fetch(origin, { mode: "no-cors", cache: "no-store", credentials, signal: endsWith(over, WAIT_MS) });
    answeredAt = performance.now();
    return "answered";
  } catch {
    return "nothing";
  }
}

/** One way after the other, so that two questions in a row do not wait for the same connections. */
function* waysToAsk(over: AbortSignal): Generator<() => Promise<Reach>> {
  for (let turn = 0; ; turn++) {
    yield () => askServer(WAIT_MS, "omit", over);
    const media = mediaServer;
    if (media) yield () => askMediaServer(media, "omit", over);
    if (turn < CONNECTIONS_OF_A_KIND - LEFT_TO_THE_DOOR) yield () => askServer(WAIT_MS, "same-origin", over);
    if (media) yield () => askMediaServer(media, "include", over);
  }
}

/**
 * Resolves once our own server or the media server answers, or nobody wants to know any more. A network that swallows everything
 * is tried again and again, at once when the browser sees another one; a server that is down is asked as a crowd may ask it, with
 * pauses.
 */
export function untilReachable(isWanted: () => boolean): Promise<void> {
  if (performance.now() - answeredAt < FRESH_MS) return Promise.resolve();
  return new Promise((resolve) => {
    const over = new AbortController();
    const ways = waysToAsk(over.signal);
    const beganAt = performance.now();
    let refusals = 0;
    let timer: ReturnType<typeof setTimeout>;
    const stop = (): void => {
      clearTimeout(timer);
      for (const [target, event] of NETWORK_EVENTS()) target.removeEventListener(event, ask);
      resolve();
      over.abort();
    };
    const askIn = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(ask, ms);
    };
    const ask = (): void => {
      if (!isWanted()) {
        stop();
        return;
      }
      const pauseMs = performance.now() - beganAt < FIRST_MS ? BEGIN_EVERY_MS.first : BEGIN_EVERY_MS.later;
      askIn(mediaServer ? pauseMs : pauseMs * ONE_HOST_FACTOR);
      void ways
        .next()
        .value?.()
        .then((reach: Reach) => {
          if (over.signal.aborted) return;
          if (reach === "answered") stop();
          if (reach === "refused") askIn(retryDelayMs(refusals++, Math.random()));
        });
    };
    for (const [target, event] of NETWORK_EVENTS()) target.addEventListener(event, ask);
    ask();
  });
}

/** Aborts after so long, or with what it belongs to. `AbortSignal.any` is not in every browser that is supported. */
function endsWith(over: AbortSignal | undefined, withinMs: number): AbortSignal {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), withinMs);
  const abort = (): void => {
    clearTimeout(timer);
    own.abort();
  };
  over?.addEventListener("abort", abort, { signal: own.signal });
  return own.signal;
}

/** What a browser tells of its network: not all tell of a change. */
export const NETWORK_EVENTS = (): [EventTarget, string][] => {
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  return [[globalThis, "online"], ...(connection ? [[connection, "change"] as [EventTarget, string]] : [])];
};
