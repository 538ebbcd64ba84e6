import type { BrowserContext, Frame, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { type Ears, type Gaps, installEars, type Sound } from "./ears";

/** Levels in dB of full scale, of one FFT bin. What lies between is neither a tone nor silence. */
const HEARD_DB = -50;
const SILENT_DB = -65;

const POLL_MS = 50;

/** Lets a context's pages be listened to. Call it before the first page is opened. */
export async function openEars(context: BrowserContext): Promise<void> {
  await context.addInitScript(installEars);
}

/** What the page's audio elements play at this moment. */
export const soundOf = (page: Page | Frame, hz: number): Promise<Sound> =>
  page.evaluate((wanted) => earsOf().measure(wanted), hz);

/** Waits until the page plays that tone. Answers how many milliseconds it took. */
export async function expectTone(page: Page | Frame, hz: number, { withinMs = 8_000 } = {}): Promise<number> {
  const startedAt = Date.now();
  let loudest = -200;
  let inARow = 0;
  while (Date.now() - startedAt < withinMs) {
    const { toneDb } = await soundOf(page, hz);
    loudest = Math.max(loudest, toneDb);
    inARow = toneDb > HEARD_DB ? inARow + 1 : 0;
    if (inARow === 2) return Date.now() - startedAt;
    await page.waitForTimeout(POLL_MS);
  }
  expect(loudest, `loudest ${hz} Hz within ${withinMs} ms, in dB`).toBeGreaterThan(HEARD_DB);
  throw new Error(`${hz} Hz was heard only in flashes`);
}

/** How loud that tone is at its loudest within `forMs`. Looked for in the page: tones swell three times a second, and none may be missed. */
export const loudest = (page: Page | Frame, hz: number, { forMs = 1_500 } = {}): Promise<number> =>
  page.evaluate(
    async ({ wanted, everyMs, until }) => {
      let found = -200;
      for (const end = performance.now() + until; performance.now() < end; ) {
        found = Math.max(found, (await earsOf().measure(wanted)).toneDb);
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
      return found;
    },
    { wanted: hz, everyMs: POLL_MS, until: forMs },
  );

/** Waits until that tone is gone from the page and then stays away for `forMs`. With `withinMs: 0` it must be away from now on. */
export async function expectSilence(
  page: Page | Frame,
  hz: number,
  { withinMs = 2_000, forMs = 1_000 } = {},
): Promise<void> {
  const startedAt = Date.now();
  let silentSince: number | null = null;
  for (;;) {
    const { toneDb } = await soundOf(page, hz);
    const now = Date.now();
    if (toneDb < SILENT_DB) silentSince ??= now;
    else {
      silentSince = null;
      if (now - startedAt > withinMs)
        expect(toneDb, `${hz} Hz after ${now - startedAt} ms, in dB`).toBeLessThan(SILENT_DB);
    }
    if (silentSince !== null && now - silentSince >= forMs) return;
    await page.waitForTimeout(POLL_MS);
  }
}

/** Waits until the page plays anything at all, such as speech. */
export async function expectSound(page: Page, { withinMs = 8_000, aboveDb = -45 } = {}): Promise<void> {
  await expect
    .poll(async () => (await soundOf(page, 440)).rmsDb, { timeout: withinMs, intervals: [POLL_MS] })
    .toBeGreaterThan(aboveDb);
}

/** Samples the page's sound without a break from now on, until `gapsSince`. */
export const recordGaps = (page: Page): Promise<void> => page.evaluate(() => earsOf().record());

/** What `recordGaps` has found. Throws where the page was loaded anew meanwhile: its ears went with it. */
export const gapsSince = (page: Page): Promise<Gaps> => page.evaluate(() => earsOf().gaps());

/** Known in the page only, where `installEars` has put it. */
declare function earsOf(): Ears;
