import { roomStore } from "@/lib/client/room/room-store";

/** How often this browser was here, by visits; what a tap on *Not now* ends for good. */
const KEY = "plenum-install";
const COUNTED = "plenum-visit";

const DUE_AT_VISIT = 2;

/** Chromium's own offer, which it makes once a page. */
type Offer = Event & { prompt: () => Promise<unknown> };

type Kept = { visits: number; over: boolean };

let offer: Offer | null = null;

/**
 * Keeps the browser's offer to install, and tells once it is time to pass it on: at the second visit, or after the first room
 * that somebody left by themselves. Nobody is told who put it away.
 */
export function watchInstall(tell: () => void): () => void {
  let kept = countVisit();
  const passOn = (): void => {
    if (offer && !kept.over && kept.visits >= DUE_AT_VISIT) tell();
  };
  const onOffer = (event: Event): void => {
    event.preventDefault();
    offer = event as Offer;
    passOn();
  };
  const onRoom = (): void => {
    if (roomStore.state().phase !== "left" || kept.visits >= DUE_AT_VISIT) return;
    kept = { ...read(), visits: DUE_AT_VISIT };
    keep(kept);
    passOn();
  };
  window.addEventListener("beforeinstallprompt", onOffer);
  const stop = roomStore.watch(onRoom);
  return () => {
    window.removeEventListener("beforeinstallprompt", onOffer);
    stop();
  };
}

/** Lets the browser ask. However that ends, it is not asked again. */
export async function install(): Promise<void> {
  putInstallAway();
  await offer?.prompt();
}

export const putInstallAway = (): void => keep({ ...read(), over: true });

/** A visit is as long as its tab. */
function countVisit(): Kept {
  const kept = read();
  try {
    if (sessionStorage.getItem(COUNTED)) return kept;
    sessionStorage.setItem(COUNTED, "1");
  } catch {
    return kept;
  }
  const next = { ...kept, visits: kept.visits + 1 };
  keep(next);
  return next;
}

function read(): Kept {
  try {
    const kept: Partial<Kept> | null = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return { visits: Number(kept?.visits) || 0, over: kept?.over === true };
  } catch {
    return { visits: 0, over: false };
  }
}

function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A private window keeps nothing, and is asked to install nothing.
  }
}
