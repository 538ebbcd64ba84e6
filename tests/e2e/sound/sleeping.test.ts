import { type Browser, chromium, expect } from "@playwright/test";
import { expectSilence, expectTone, gapsSince, recordGaps } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/networks";
import {
  expectNotice,
  expectRole,
  expectState,
  listen,
  mineOf,
  openTheStage,
  openTheStageWith,
  speak,
} from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import type { Network } from "@/tests/support/network/cuttable-network";

const ASLEEP_MS = 30_000;

/** Longer than a swell of the tone, shorter than joining anew. */
const LONGEST_GAP_MS = 400;

test("a laptop that slept for 30 s on stage is back by itself with sound, in its seat, muted", {
  tag: "@long",
}, async ({ arrive, openNetwork, adasRoom: { id, ada } }) => {
  test.setTimeout(120_000);
  const laptop = await openLaptop(await openNetwork());
  const cleo = await arrive("cleo", laptop);
  await openTheStageWith(ada, cleo, id);
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);
  await expectTone(cleo.page, TONES.ada);
  const before = await mineOf(cleo, id);

  const wake = await fallAsleep(laptop);
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  wake();

  await expectTone(cleo.page, TONES.ada, { withinMs: 15_000 });
  await expectState(cleo.page, "live");
  await expectRole(cleo.page, "speaker");
  expect((await mineOf(cleo, id)).seat).toEqual(before.seat);
  await expectNotice(cleo.page, "microphoneOff");
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0 });
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);
  await laptop.browser.close();
});

test("a laptop that wakes leaves the seat to the phone on which its owner went on", async ({
  arrive,
  openNetwork,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(120_000);
  const laptop = await openLaptop(await openNetwork());
  const atHome = await arrive("dev", laptop);
  await openTheStage(ada, id, atHome);
  await expectTone(atHome.page, TONES.ada);
  const wake = await fallAsleep(laptop);
  const onTheWay = await arrive("dev");
  await listen(onTheWay, id);
  await expectTone(onTheWay.page, TONES.ada);
  await recordGaps(onTheWay.page);
  wake();

  await expectNotice(atHome.page, "moved", 20_000);
  await expectSilence(atHome.page, TONES.ada, { withinMs: 0 });
  await expectState(onTheWay.page, "live");
  const { longestMs, measuredMs } = await gapsSince(onTheWay.page);
  expect(longestMs).toBeLessThan(LONGEST_GAP_MS);
  expect(measuredMs).toBeGreaterThan(500);
  await laptop.browser.close();
});

test("a reload keeps a raised hand, its question and its place", async ({ arrive, adasRoom: { id, ada } }) => {
  const [dev, cleo] = [await arrive("dev"), await arrive("cleo")];
  await openTheStage(ada, id, dev, cleo);
  await dev.call("POST", `/api/rooms/${id}/hand`, { question: "Why at night?" });
  await cleo.call("POST", `/api/rooms/${id}/hand`);
  const before = await mineOf(dev, id);
  await dev.page.reload();
  await expectState(dev.page, "live");
  await expect(dev.page.getByRole("button", { name: "Lower hand" })).toBeVisible();
  await dev.page.getByRole("button", { name: "Change the question" }).click();
  await expect(dev.page.getByRole("textbox", { name: "Your question" })).toHaveValue("Why at night?");
  expect(await mineOf(dev, id)).toEqual(before);
  const queue = ada.page.getByTestId("hands").locator("ol [data-person]");
  await expect(queue.first()).toHaveAttribute("data-person", dev.id);
  await expect(queue).toHaveCount(2);
});

/** A computer that can fall asleep. */
type Laptop = { browser: Browser; network: Network };

async function openLaptop(network: Network): Promise<Laptop> {
  const args = [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required"];
  return { browser: await chromium.launch({ ...WHOLE_CHROMIUM, args }), network };
}

/** Stops what runs its pages, and cuts its network. Answers what wakes it again. */
async function fallAsleep({ browser, network }: Laptop): Promise<() => void> {
  const pages = await renderersOf(browser);
  network.cut();
  for (const pid of pages) process.kill(pid, "SIGSTOP");
  return () => {
    for (const pid of pages) process.kill(pid, "SIGCONT");
    network.mend();
  };
}

/** The processes in which a browser's pages run. */
async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}
