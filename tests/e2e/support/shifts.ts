import type { BrowserContext, Page } from "@playwright/test";

/** One shift of the page as the browser reports it, and what moved: from where to where. */
type Shift = { at: number; value: number; moved: string[] };

export type Shifts = {
  /** Cumulative layout shift by its definition: of the worst five seconds. */
  cls: number;
  /** All shifts together. */
  total: number;
  /** The largest first. */
  worst: Shift[];
};

type Watched = Window & { plenumShifts?: Shift[] };

/** Notes every shift of every page of a browser that nobody has caused by a tap or a key less than half a second before. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    type LayoutShift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    };
    const noted: Shift[] = [];
    (window as Watched).plenumShifts = noted;
    const boxOf = ({ x, y, width, height }: DOMRect): string => [x, y, width, height].map(Math.round).join(" ");
    const nameOf = (node: Node | null): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      const words = node?.textContent?.trim().slice(0, 24) ?? "";
      return `<${element?.tagName.toLowerCase() ?? "?"} ${element?.getAttribute("class")?.slice(0, 40) ?? ""}> ${words}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(
          ({ node, previousRect, currentRect }) => `${nameOf(node)}: ${boxOf(previousRect)} → ${boxOf(currentRect)}`,
        );
        noted.push({ at: entry.startTime, value: entry.value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** A window of shifts ends after a second without any, and after five seconds. Source: web.dev, cumulative layout shift. */
const GAP_MS = 1_000;
const LONGEST_WINDOW_MS = 5_000;

/** What has shifted on the page since it was loaded, or since `since` in milliseconds of its own clock. */
export async function shiftsOf(page: Page, since = 0): Promise<Shifts> {
  const all = await page.evaluate(() => (window as Watched).plenumShifts ?? []);
  const shifts = all.filter(({ at }) => at >= since);
  let [cls, sum, startedAt, lastAt] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at, value } of shifts) {
    if (at - lastAt > GAP_MS || at - startedAt > LONGEST_WINDOW_MS) [sum, startedAt] = [0, at];
    sum += value;
    lastAt = at;
    cls = Math.max(cls, sum);
  }
  const total = shifts.reduce((before, { value }) => before + value, 0);
  return { cls, total, worst: shifts.toSorted((one, other) => other.value - one.value) };
}

/** The page's own clock. */
export const clockOf = (page: Page): Promise<number> => page.evaluate(() => performance.now());
