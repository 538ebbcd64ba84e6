import type { Page } from "@playwright/test";
import type { CloseEars } from "./close-ears";

/** The buffer has found its size by then. */
const SETTLE_MS = 4_000;

/** Share of what a page plays that had to be made up, in percent: of all, and of what was not silence anyway. */
export async function concealedPercent(page: Page, forMs: number): Promise<{ all: number; heard: number }> {
  await page.waitForTimeout(SETTLE_MS);
  const before = await page.evaluate(() => closeEars.samples());
  await page.waitForTimeout(forMs);
  const after = await page.evaluate(() => closeEars.samples());
  const received = after.received - before.received;
  const concealed = after.concealed - before.concealed;
  const heard = concealed - (after.silent - before.silent);
  return { all: (100 * concealed) / received, heard: (100 * heard) / received };
}

/** Known in the page only. */
declare const closeEars: CloseEars;
