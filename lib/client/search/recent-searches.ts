import { KeptSettings } from "@/lib/client/browser/kept-settings";

const MOST_KEPT = 5;

/** What was looked for in this browser, the last first. It stays in the browser: nobody else is told. */
type Recent = { texts: readonly string[] };

const kept = new KeptSettings<Recent>("plenum.searches", { texts: [] }, (before) => {
  const texts = (before as Partial<Recent> | null)?.texts;
  return { texts: Array.isArray(texts) ? texts.filter((text) => typeof text === "string").slice(0, MOST_KEPT) : [] };
});

export const recentSearches = {
  watch: kept.watch,
  state: kept.state,
  serverState: kept.serverState,
  keep(text: string): void {
    const sought = text.trim();
    if (sought === "") return;
    const others = kept.state().texts.filter((other) => other.toLowerCase() !== sought.toLowerCase());
    kept.change({ texts: [sought, ...others].slice(0, MOST_KEPT) });
  },
  forget: (): void => kept.change({ texts: [] }),
};
