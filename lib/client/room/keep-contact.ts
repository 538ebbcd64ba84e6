import { browserKind } from "@/lib/client/browser/browser-kind";
import { pause } from "@/lib/client/browser/pause";
import { askServer, NETWORK_EVENTS, untilReachable } from "@/lib/client/browser/reach-server";
import { type Arrivals, SIGN_OF_LIFE_MS, SilenceJudge } from "./silence-judge";

/** How often to look: silence is shown within three seconds. */
const LOOK_EVERY_MS = 400;
/** How long a network may take to answer. */
const ANSWER_WITHIN_MS = 1_000;
/** How soon silence that our own server does not explain is asked about again. */
const ASK_AGAIN_MS = 5_000;
/** Silence that follows a change of network this soon comes from it. */
const MOVED_MS = 4_000;
/** An open microphone sends at least every 400 ms, also in silence; where there is none, signs of life are rarer. */
const CARRIES_ON_MS = { voices: 600, none: 2_500 };
/** All in a room miss the same voice at once; so they do not ask at once. */
const SPREAD_MS = 400;
/** The media server keeps an absent participant for about this long. A connection that comes back later finds nobody. */
const HELD_MS = 12_000;
/** How long a connection that may still be held has to come back by itself, from our own server's first answer on. */
const REVIVE_MS = 600;
const REVIVE_LOOK_MS = 50;

export type Kept = {
  /** What the connection has brought so far. */
  read: () => Promise<Omit<Arrivals, "atMs">>;
  /** False once the connection is closed. */
  isOpen: () => boolean;
  /** Nothing comes any more, and our own server does not answer either. */
  lost: () => void;
  /** It came back by itself. */
  restored: () => void;
  /** It will not come back, though the network seems to be there. Nothing is called after it. */
  gone: () => void;
};

/** Watches a connection as long as it is open for silence that nobody meant, and for the moment in which the network is back. */
export async function keepContact({ read, isOpen, lost, restored, gone }: Kept): Promise<void> {
  const isFirefox = browserKind(navigator.userAgent, navigator.maxTouchPoints) === "firefox";
  const judge = new SilenceJudge(isFirefox ? SIGN_OF_LIFE_MS.firefox : SIGN_OF_LIFE_MS.most);
  const look = async () => judge.note({ ...(await read()), atMs: performance.now() });
  let movedAt = Number.NEGATIVE_INFINITY;
  for (let answeredAt = Number.NEGATIVE_INFINITY; ; ) {
    if (await nextLook()) movedAt = performance.now();
    const hasMoved = performance.now() - movedAt < MOVED_MS;
    const contact = await look();
    if (!isOpen()) return;
    if (contact === "dead") return gone();
    // Whatever was asked before, was asked of another network.
    if (hasMoved) answeredAt = Number.NEGATIVE_INFINITY;
    if (contact === "fine" || performance.now() - answeredAt < ASK_AGAIN_MS) continue;
    await pause(Math.random() * SPREAD_MS);
    const reach = await askServer(ANSWER_WITHIN_MS);
    if (!isOpen()) return;
    // The silence is somebody else's, or only the way of the sound is blocked, which the judge will say in time.
    if (reach === "answered") answeredAt = performance.now();
    const isFine = (await look()) === "fine";
    if (!isOpen()) return;
    if (hasMoved && reach === "answered" && !isFine) return gone();
    if (reach === "answered" || isFine) continue;
    lost();
    const isBack = await revives(read, isOpen);
    if (!isOpen()) return;
    if (!isBack) return gone();
    restored();
  }
}

/**
 * Whether nothing comes any more although our own server is there, as after a change of address: a new way is made sooner than the
 * old one is mended. Ask it when the signalling broke: browsers tell of other networks too often, or too late.
 */
export async function isLeftBehind(read: Kept["read"]): Promise<boolean> {
  const before = await read();
  const carriesOn = async (): Promise<boolean> => {
    const { hearing, speaking } = await read();
    return hearing > before.hearing || (speaking ?? 0) > (before.speaking ?? 0);
  };
  await pause(before.expectsVoices ? CARRIES_ON_MS.voices : CARRIES_ON_MS.none);
  if (await carriesOn()) return false;
  return (await askServer(ANSWER_WITHIN_MS)) === "answered" && !(await carriesOn());
}

/** Waits until something comes again, or until it is plain that nothing will although the network is back. */
async function revives(read: Kept["read"], isOpen: () => boolean): Promise<boolean> {
  const lostAt = performance.now();
  const { hearing } = await read();
  let giveUpAt = Number.POSITIVE_INFINITY;
  void untilReachable(isOpen).then(() => {
    const now = performance.now();
    giveUpAt = now - lostAt < HELD_MS ? now + REVIVE_MS : now;
  });
  while (isOpen() && performance.now() < giveUpAt) {
    await pause(REVIVE_LOOK_MS);
    if ((await read()).hearing > hearing) return true;
  }
  return false;
}

/** The next look is due, or the page is seen again, or the browser tells of another network, which is answered with true. */
function nextLook(): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (hasMoved: boolean): void => {
      clearTimeout(timer);
      for (const [target, event] of NETWORK_EVENTS()) target.removeEventListener(event, moved);
      document.removeEventListener("visibilitychange", look);
      resolve(hasMoved);
    };
    const look = (): void => done(false);
    const moved = (): void => done(true);
    const timer = setTimeout(look, LOOK_EVERY_MS);
    for (const [target, event] of NETWORK_EVENTS()) target.addEventListener(event, moved);
    document.addEventListener("visibilitychange", look);
  });
}
