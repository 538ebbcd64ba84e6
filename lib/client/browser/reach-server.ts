import { retryDelayMs } from "./retry-delay";

/** `answered`: our own server did. `refused`: the network is there and the server is not. `nothing`: no answer in time. */
export type Reach = "answered" | "refused" | "nothing";

/**
 * How often a question without an answer is asked anew, each on a connection of its own. A browser keeps those that were begun
 * without a network, six for each kind of request, and the system tries each of them once a second at first and ever more seldom
 * later: so they are begun one after another, and none of the kind in which the door will be asked before all others are used up.
 */
const ASK_EVERY_MS = 4_000;
const CONNECTIONS_OF_A_KIND = 6;

/** An answer this young still holds. */
const FRESH_MS = 1_000;

let answeredAt = Number.NEGATIVE_INFINITY;

/** Asks our own server for as little as can be. */
export async function askServer(withinMs: number, credentials: RequestCredentials = "same-origin"): Promise<Reach> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    const answer = await fetch("/api/health", { cache: "no-store", credentials, signal });
    // A network that wants to be signed in to leads elsewhere, or answers with a page of its own.
    if (!answer.ok || answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) return "refused";
    answeredAt = performance.now();
    return "answered";
  } catch {
    return signal.aborted || !navigator.onLine ? "nothing" : "refused";
  }
}

/**
 * Resolves once our own server answers, or nobody wants to know any more. A network that swallows everything is tried again
 * and again, at once when the browser sees another one; a server that is down is asked as a crowd may ask it, with pauses.
 */
export function untilReachable(isWanted: () => boolean): Promise<void> {
  if (performance.now() - answeredAt < FRESH_MS) return Promise.resolve();
  return new Promise((resolve) => {
    let asked = 0;
    let refusals = 0;
    let timer: ReturnType<typeof setTimeout>;
    const stop = (): void => {
      clearTimeout(timer);
      for (const [target, event] of NETWORK_EVENTS()) target.removeEventListener(event, ask);
      resolve();
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
      askIn(ASK_EVERY_MS);
      void askServer(ASK_EVERY_MS, asked++ < CONNECTIONS_OF_A_KIND ? "omit" : "same-origin").then((reach) => {
        if (reach === "answered") stop();
        if (reach === "refused") askIn(retryDelayMs(refusals++, Math.random()));
      });
    };
    for (const [target, event] of NETWORK_EVENTS()) target.addEventListener(event, ask);
    ask();
  });
}

/** What a browser tells of its network: not all tell of a change. */
export const NETWORK_EVENTS = (): [EventTarget, string][] => {
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  return [[globalThis, "online"], ...(connection ? [[connection, "change"] as [EventTarget, string]] : [])];
};
