import type { Page } from "@playwright/test";
import { TONES } from "@/tests/e2e/support/tone";
import type { CloseEars } from "./close-ears";
import type { Scene } from "./scene";

const BACK_WITHIN_MS = 15_000;
const POLL_MS = 100;
/** What was under way when the address changed, and waited in the buffer, is still heard. */
const UNDER_WAY_MS = 700;

/** In ms; null where it did not happen. `said`: after the cut, and as what. The others: after the network was back. */
export type Cut = { saidMs: number | null; notice: string; backMs: number | null; heardMs: number | null };

type Far = { listener: Page; speaker: Page };

/** Cuts the way for so long, and tells of both when their page said so and when they heard Ada again, and she the speaker. */
export async function cutFor(scene: Scene, far: Far, seconds: number): Promise<Record<keyof Far, Cut>> {
  const cutAt = Date.now();
  await scene.network.change({ cut: 1 });
  await pause(seconds * 1_000);
  await scene.network.change({ cut: 0 });
  return bothSince(scene, far, cutAt, Date.now(), 0);
}

/** The far side has another address from one moment to the next. */
export async function changeAddress(scene: Scene, far: Far): Promise<Record<keyof Far, Cut>> {
  const changedAt = Date.now();
  scene.network.readdress();
  return bothSince(scene, far, changedAt, changedAt, UNDER_WAY_MS);
}

/** `underWayMs`: what is heard for so long after the network is back may be older. */
async function bothSince(
  { ada }: Scene,
  { listener, speaker }: Far,
  cutAt: number,
  mendedAt: number,
  underWayMs: number,
): Promise<Record<keyof Far, Cut>> {
  const again = async (page: Page, hz: number): Promise<number | null> => {
    const heardMs = await heardAfter(page, hz, mendedAt + underWayMs);
    return heardMs === null ? null : underWayMs + heardMs;
  };
  const since = async (page: Page): Promise<Omit<Cut, "heardMs">> => {
    const backMs = await again(page, TONES.ada);
    const said = await page.evaluate((at) => closeEars.saidSince(at), cutAt);
    return { saidMs: said && said.at - cutAt, notice: said?.notice ?? "", backMs };
  };
  const [listens, speaks, heardMs] = await Promise.all([since(listener), since(speaker), again(ada, TONES.cleo)]);
  return { listener: { ...listens, heardMs: null }, speaker: { ...speaks, heardMs } };
}

/** Ms from that moment until the page plays that tone; null where it does not in time. */
async function heardAfter(page: Page, hz: number, at: number): Promise<number | null> {
  for (let waited = 0; waited < BACK_WITHIN_MS; waited += POLL_MS) {
    const heard = await page.evaluate(([tone, since]) => closeEars.heardSince(tone, since), [hz, at] as const);
    if (heard !== null) return heard - at;
    await pause(POLL_MS);
  }
  return null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Known in the page only. */
declare const closeEars: CloseEars;
