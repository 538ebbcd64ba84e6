import { v4 as uuid } from "uuid";

const KEY = "plenum-page";

/** A page that is being loaded anew has to let go of its id first; whoever keeps it longer is another one. */
const LET_GO_WITHIN_MS = 1_000;

let made: string | null = null;
let held: Promise<boolean> | null = null;

/** Which page this is, by an id made up for it: the same after a reload, another one in every other tab and device. */
export function pageId(): string {
  made ??= kept() ?? fresh();
  void holdId(made);
  return made;
}

/**
 * Whether what the tab's own storage holds is this page's. A tab that is duplicated begins with a copy of the first one's
 * storage, id and all; then this page gets another id, and answers false.
 */
export async function isOwnStorage(): Promise<boolean> {
  if (await holdId(pageId())) return true;
  held = null;
  made = fresh();
  void holdId(made);
  return false;
}

/** Holds the id for as long as the page lives. Answers whether no other page does; where browsers cannot say, that it is so. */
function holdId(id: string): Promise<boolean> {
  held ??= new Promise((resolve) => {
    const { locks } = navigator;
    if (!locks) return resolve(true);
    const hold = (): Promise<void> => {
      resolve(true);
      return new Promise(() => {});
    };
    const name = `${KEY} ${id}`;
    const waitForIt = (): void => {
      const signal = AbortSignal.timeout(LET_GO_WITHIN_MS);
      locks.request(name, { signal }, hold).catch(() => resolve(!signal.aborted));
    };
    // A busy machine may take its time to answer. Only where somebody does hold it, time counts.
    locks.request(name, { ifAvailable: true }, (lock) => (lock ? hold() : waitForIt())).catch(() => resolve(true));
  });
  return held;
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function fresh(): string {
  const id = uuid();
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without storage a reload is another page, which comes in by a tap.
  }
  return id;
}
