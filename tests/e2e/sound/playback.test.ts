import { chromium, expect, type Page } from "@playwright/test";
import { openDevice, refuse, suspendContexts } from "@/tests/e2e/support/device";
import { expectSilence, expectTone, soundOf } from "@/tests/e2e/support/hear";
import { openHideableTab } from "@/tests/e2e/support/hidden-tab";
import { type Person, test } from "@/tests/e2e/support/people";
import {
  bringUp,
  expectNotice,
  expectOnStage,
  expectState,
  listen,
  openSheet,
  openTheStage,
  openTheStageWith,
  speak,
} from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { countWakeLocks, wakeLocksOf } from "@/tests/e2e/support/wake-locks";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";

/** Ada and Cleo talk; Dev listens. */
async function twoVoices(arrive: (who: "cleo" | "dev") => Promise<Person>, ada: Person, id: string) {
  const [cleo, dev] = [await arrive("cleo"), await arrive("dev")];
  await openTheStageWith(ada, cleo, id);
  await speak(cleo);
  return { cleo, dev };
}

/** The loudest of a second: the tones swell. */
async function loudness(page: Page, hz: number): Promise<number> {
  let loudest = -200;
  for (let look = 0; look < 20; look++) {
    loudest = Math.max(loudest, (await soundOf(page, hz)).toneDb);
    await page.waitForTimeout(50);
  }
  return loudest;
}

async function setVolume({ page }: Person, person: Person, percent: number): Promise<void> {
  await openSheet({ page } as Person, person);
  await page.getByRole("slider", { name: "Volume for me" }).fill(String(percent));
  await page.keyboard.press("Escape");
}

for (const ignores of [false, true]) {
  test(`one voice is turned down and off, the other stays${ignores ? ", also where elements have no volume" : ""}`, async ({
    arrive,
    adasRoom: { id, ada },
  }) => {
    const { cleo, dev } = await twoVoices(arrive, ada, id);
    if (ignores) await dev.context.addInitScript(ignoreVolume);
    await listen(dev, id);
    await expectTone(dev.page, TONES.ada);
    await expectTone(dev.page, TONES.cleo);
    const [adaBefore, cleoBefore] = [await loudness(dev.page, TONES.ada), await loudness(dev.page, TONES.cleo)];

    await setVolume(dev, cleo, 25);
    // A quarter of the volume is 12 dB less.
    expect(await loudness(dev.page, TONES.cleo)).toBeLessThan(cleoBefore - 9);
    expect(await loudness(dev.page, TONES.cleo)).toBeGreaterThan(cleoBefore - 16);
    expect(Math.abs((await loudness(dev.page, TONES.ada)) - adaBefore)).toBeLessThan(4);

    await setVolume(dev, cleo, 0);
    await expectSilence(dev.page, TONES.cleo);
    await expectTone(dev.page, TONES.ada);
    await dev.page.reload();
    await expectTone(dev.page, TONES.ada);
    await expectSilence(dev.page, TONES.cleo, { withinMs: 0 });
    await setVolume(dev, cleo, 100);
    await expectTone(dev.page, TONES.cleo);
  });
}

test("where elements have no volume, nobody is lost while the audio context is stopped, and no slider is shown that does nothing", {
  tag: "@long",
}, async ({ arrive, adasRoom: { id, ada } }) => {
  const { cleo, dev } = await twoVoices(arrive, ada, id);
  await dev.context.addInitScript(ignoreVolume);
  await openDevice(dev.context);
  await listen(dev, id);
  await expectTone(dev.page, TONES.cleo);
  const before = await loudness(dev.page, TONES.cleo);
  await setVolume(dev, cleo, 25);
  const slider = dev.page.getByRole("slider", { name: "Volume for me" });
  const turnedDown = () => expect.poll(() => loudness(dev.page, TONES.cleo)).toBeLessThan(before - 9);
  await turnedDown();

  await refuse(dev.page, true);
  await suspendContexts(dev.page);
  await expect.poll(() => loudness(dev.page, TONES.cleo)).toBeGreaterThan(before - 4);
  await openSheet(dev, cleo);
  await expect(dev.page.getByTestId("person-words")).toBeVisible();
  await expect(slider).toHaveCount(0);

  await refuse(dev.page, false);
  await expect(slider).toBeVisible();
  await turnedDown();
});

/** Runs in the page: an iPhone, which leaves the volume to its keys. */
function ignoreVolume(): void {
  Object.defineProperty(HTMLMediaElement.prototype, "volume", { configurable: true, get: () => 1, set: () => {} });
}

test("a muted room is silent, for new speakers too, and is heard again by one tap; others notice nothing", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const { cleo, dev } = await twoVoices(arrive, ada, id);
  await speak(cleo, false);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  await dev.page.keyboard.press("s");
  await expectSilence(dev.page, TONES.ada);
  await expectNotice(dev.page, "roomMuted");
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);
  await expectSilence(dev.page, TONES.cleo, { withinMs: 0 });
  await dev.page.getByRole("button", { name: "Hear it again" }).click();
  await expectTone(dev.page, TONES.ada);
  await expectTone(dev.page, TONES.cleo);
  await expectNotice(dev.page, "");
});

test("lock screen and media keys know the room, mute it, and leave it", async ({
  arrive,
  adasRoom: { id, title, ada },
}) => {
  const dev = await arrive("dev");
  await dev.context.addInitScript(keepHandlers);
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);
  const session = () =>
    dev.page.evaluate(() => ({
      title: navigator.mediaSession.metadata?.title,
      artist: navigator.mediaSession.metadata?.artist,
      state: navigator.mediaSession.playbackState,
    }));
  expect(await session()).toEqual({ title, artist: expect.stringMatching(/^Ada/), state: "playing" });

  await pressMediaKey(dev.page, "pause");
  await expectSilence(dev.page, TONES.ada);
  expect((await session()).state).toBe("paused");
  await pressMediaKey(dev.page, "play");
  await expectTone(dev.page, TONES.ada);
  await pressMediaKey(dev.page, "stop");
  await expectState(dev.page, "left");
  await expectSilence(dev.page, TONES.ada);
  expect(await session()).toMatchObject({ title: undefined, state: "none" });
});

/** Runs in the page: remembers what is to happen at each media key. */
function keepHandlers(): void {
  const handlers = new Map<string, MediaSessionActionHandler | null>();
  const original = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
  navigator.mediaSession.setActionHandler = (action, handler) => {
    handlers.set(action, handler);
    original(action, handler);
  };
  addEventListener("media-key", (event) => {
    const action = (event as CustomEvent<MediaSessionAction>).detail;
    handlers.get(action)?.({ action });
  });
}

const pressMediaKey = (page: Page, action: MediaSessionAction): Promise<void> =>
  page.evaluate((detail) => void dispatchEvent(new CustomEvent("media-key", { detail })), action);

test("the screen stays awake on stage, and no longer than that", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await countWakeLocks(dev);
  await openTheStage(ada, id, dev);
  const locks = () => wakeLocksOf(dev);
  expect(await locks()).toBe(0);
  await bringUp(ada, dev, id);
  await expect.poll(locks).toBe(1);
  await expectOnStage(ada, dev);
  await openSheet(ada, dev);
  await ada.page.getByRole("button", { name: "Move to the audience" }).click();
  await expect.poll(locks).toBe(0);
});

test("a speaker who comes up while the listener's tab is hidden is heard there, with the browser's own autoplay rules", async ({
  arrive,
  product,
  adasRoom: { id, ada },
}) => {
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: [...QUIET_CHROMIUM] });
  try {
    const tab = await openHideableTab(browser);
    const loudest = (hz: number) => expect.poll(async () => (await tab.soundOf(hz)).toneDb, { timeout: 15_000 });
    const cleo = await arrive("cleo");
    await openTheStage(ada, id);
    await tab.run(`void location.assign("${product.url}/rooms/${id}")`);
    const state = `document.querySelector("[data-testid=room]")?.dataset.state`;
    await expect.poll(() => tab.run(`document.readyState === "complete" && ${state}`)).toBe("idle");
    const tap = `[...document.querySelectorAll("button")].find((one) => one.textContent === "Listen")?.click()`;
    await expect.poll(() => tab.run(`${tap}, ${state}`), { timeout: 15_000 }).toBe("live");
    await loudest(TONES.ada).toBeGreaterThan(-50);

    await tab.hide();
    await listen(cleo, id);
    await bringUp(ada, cleo, id);
    await speak(cleo);
    await loudest(TONES.cleo).toBeGreaterThan(-50);
    await loudest(TONES.ada).toBeGreaterThan(-50);
    expect(await tab.run("document.visibilityState")).toBe("hidden");
  } finally {
    await browser.close();
  }
});
