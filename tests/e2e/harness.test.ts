import { expect, type Page, test } from "@playwright/test";
import { serveBarePage } from "@/tests/support/bare-page";
import { expectSilence, expectSound, expectTone, openEars } from "./support/hear";
import { giveMicrophone, TONES, timesAsked } from "./support/tone";

/** Plays the page's own microphone, as if it came from somebody else. */
async function playMicrophone(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const element = document.createElement("audio");
    element.srcObject = await navigator.mediaDevices.getUserMedia({ audio: true });
    document.body.append(element);
    await element.play();
  });
}

test.describe("the ears", () => {
  let bare: Awaited<ReturnType<typeof serveBarePage>>;
  test.beforeAll(async () => {
    bare = await serveBarePage();
  });
  test.afterAll(() => bare.close());

  test.beforeEach(async ({ context, page }) => {
    await openEars(context);
    await giveMicrophone(context, TONES.ada);
    await page.goto(bare.url);
  });

  test("a page that plays nothing is silent", async ({ page }) => {
    await expectSilence(page, TONES.ada, { withinMs: 0 });
    await expect(expectTone(page, TONES.ada, { withinMs: 500 })).rejects.toThrow("440 Hz");
  });

  test("a tone is heard, and no other one", async ({ page }) => {
    await playMicrophone(page);
    await expectTone(page, TONES.ada);
    await expectSound(page);
    for (const other of [TONES.ben, TONES.cleo, TONES.dev, TONES.eve])
      await expectSilence(page, other, { withinMs: 0, forMs: 300 });
    expect(await timesAsked(page)).toBe(1);
  });

  test("a tone that stumbles, as on a busy machine, is no other one", async ({ page }) => {
    await page.evaluate(() => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: 550 });
      const gate = new GainNode(context);
      tone.connect(gate).connect(context.destination);
      // Every 10 to 60 ms on or off, each time a click that spreads over all frequencies.
      for (let at = 0, on = 1, step = 7; at < 10; at += 0.01 + step / 1_000, on = 1 - on, step = (step * 31) % 53)
        gate.gain.setValueAtTime(on, at);
      tone.start();
    });
    await expectSound(page);
    for (const other of [TONES.ada, TONES.dev]) await expectSilence(page, other, { withinMs: 0, forMs: 1_500 });
  });

  test("a tone that plays is no silence", async ({ page }) => {
    await playMicrophone(page);
    await expectTone(page, TONES.ada);
    await expect(expectSilence(page, TONES.ada, { withinMs: 500 })).rejects.toThrow("440 Hz");
  });

  test("what is played from a file, or straight to the loudspeaker, is heard too", async ({ page }) => {
    await page.evaluate(() => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: 770 });
      tone.connect(context.destination);
      tone.start();
      document.addEventListener("hush", () => void context.close());
    });
    await expectTone(page, TONES.ben);
    await page.evaluate(() => document.dispatchEvent(new Event("hush")));
    await expectSilence(page, TONES.ben, { withinMs: 500, forMs: 300 });
  });

  test("what a muted, paused or turned down element carries is not heard", async ({ page }) => {
    await playMicrophone(page);
    for (const hush of ["muted = true", "pause()", "volume = 0"]) {
      await page.evaluate(`document.querySelector("audio").${hush}`);
      await expectSilence(page, TONES.ada, { withinMs: 500, forMs: 300 });
      await page.evaluate(() => {
        const element = document.querySelector("audio");
        if (!element) return;
        Object.assign(element, { muted: false, volume: 1 });
        return element.play();
      });
      await expectTone(page, TONES.ada);
    }
  });

  test("somebody without a microphone is refused one", async ({ browser }) => {
    const context = await browser.newContext();
    await giveMicrophone(context, null);
    const page = await context.newPage();
    await page.goto(bare.url);
    await expect(playMicrophone(page)).rejects.toThrow("Permission denied");
    expect(await timesAsked(page)).toBe(1);
    await context.close();
  });
});
