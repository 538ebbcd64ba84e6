import { isOtherScript, LETTERS, type Press } from "./shortcut";

/** What the keys of a room show on this person's keyboard; a key that nobody knows of shows its Latin letter. */
export type KeyLabels = Readonly<Record<keyof typeof LETTERS, string>>;

/** What keys write, by their place: told by the browser, or learned key by key. */
export type Layout = ReadonlyMap<string, string>;

const NONE: Layout = new Map();

/** Pure. A keyboard with the Latin letter shows that letter, wherever it lies. Another keyboard shows the key at its place. */
export function labelsOfLayout(layout: Layout): KeyLabels {
  const written = new Set([...layout.values()].map((key) => key.normalize("NFKC").toLowerCase()));
  const labelOf = ({ letter, code }: { letter: string; code: string }): string => {
    const there = layout.get(code);
    return there && isOtherScript(there) && !written.has(letter) ? shown(there) : letter.toUpperCase();
  };
  return { microphone: labelOf(LETTERS.microphone), hand: labelOf(LETTERS.hand), sound: labelOf(LETTERS.sound) };
}

/** Pure. The layout as it is known after that key. A key of another script than before means that the layout was changed. */
export function layoutAfterPress(layout: Layout, { key, code }: Pick<Press, "key" | "code">): Layout {
  if (!/^Key[A-Z]$/.test(code) || !/^[\p{L}\p{M}]{1,2}$/u.test(key)) return layout;
  const known = [...layout.values()].some((other) => isOtherScript(other) !== isOtherScript(key)) ? NONE : layout;
  return known.get(code) === key ? layout : new Map([...known, [code, key]]);
}

/** Keys show capitals where their script has them in daily use. A mark needs a base to be drawn on. */
function shown(key: string): string {
  if (/^\p{M}/u.test(key)) return `◌${key}`;
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(key) ? key.toUpperCase() : key;
}

type WithLayout = Navigator & { keyboard?: { getLayoutMap?: () => Promise<Layout> } };

/** What this keyboard shows: as the browser tells, else as the pressed keys tell. For React's useSyncExternalStore. */
class KeyLabelStore {
  #learned = NONE;
  #labels = labelsOfLayout(NONE);
  readonly #watchers = new Set<() => void>();

  readonly state = (): KeyLabels => this.#labels;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  note(press: Press): void {
    const next = layoutAfterPress(this.#learned, press);
    if (next === this.#learned) return;
    this.#learned = next;
    void this.look();
  }

  /** Asks the browser anew: people change their layout as they go. */
  async look(): Promise<void> {
    const { keyboard }: WithLayout = navigator;
    // A frame of somebody else's page is told nothing.
    const told = (await keyboard?.getLayoutMap?.().catch(() => null)) ?? null;
    // Pressed keys are newer than the layout that the browser read at its start.
    this.#show(labelsOfLayout(told && this.#learned.size === 0 ? told : new Map([...(told ?? []), ...this.#learned])));
  }

  #show(labels: KeyLabels): void {
    if (JSON.stringify(labels) === JSON.stringify(this.#labels)) return;
    this.#labels = labels;
    for (const tell of this.#watchers) tell();
  }
}

export const keyLabels = new KeyLabelStore();
