import { expect, type Page } from "@playwright/test";
import { expectSilence, expectSound, expectTone, soundOf } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import {
  bringUp,
  expectNotice,
  expectRole,
  openSound,
  openTheStage,
  openTheStageWith,
  speak,
} from "@/tests/e2e/support/room-page";
import { lastAskedAs, SECOND_TONE, TONES, timesAsked } from "@/tests/e2e/support/tone";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Sound" });
const button = (page: Page) => page.getByTestId("microphone");

/** Ada talks, and Dev is on stage and silent until they hold the button. */
async function devPushesToTalk(ada: Person, dev: Person, roomId: string): Promise<void> {
  await openTheStageWith(ada, dev, roomId);
  await openSound(dev);
  await dialog(dev.page).getByLabel("Push-to-talk").check();
  await dev.page.keyboard.press("Escape");
}

test("a microphone is chosen and tried before the stage, and changed while one is heard", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await ada.page.keyboard.press("m");
  await expectSilence(dev.page, TONES.ada);

  await openSound(dev);
  expect(await timesAsked(dev.page), "asked before it is tried").toBe(0);
  await dialog(dev.page).getByLabel("Microphone", { exact: true }).selectOption(`Tone of ${SECOND_TONE} Hz`);
  await dialog(dev.page).getByRole("button", { name: "Test the microphone" }).click();
  const meter = dialog(dev.page).getByRole("meter");
  await expect.poll(() => meter.evaluate((one: HTMLMeterElement) => one.value)).toBeGreaterThan(0.3);
  await expect(dialog(dev.page).getByText("Your microphone works.")).toBeVisible();
  await dialog(dev.page)
    .getByRole("button", { name: /^Record/ })
    .click();
  await expectTone(dev.page, SECOND_TONE);
  await expectSilence(ada.page, SECOND_TONE, { withinMs: 0, forMs: 300 });
  await dev.page.keyboard.press("Escape");
  await expectSilence(dev.page, SECOND_TONE);

  await bringUp(ada, dev, id);
  await speak(dev);
  await expectTone(ada.page, SECOND_TONE);
  await openSound(dev);
  await dialog(dev.page).getByLabel("Microphone", { exact: true }).selectOption("The system’s own choice");
  await expectTone(ada.page, TONES.dev);
  await expectSilence(ada.page, SECOND_TONE);
});

test("push-to-talk is heard while the key or the button is held, and not when the window is left meanwhile", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devPushesToTalk(ada, dev, id);
  await expect(button(dev.page)).toHaveText("Hold to talk");
  await dev.page.keyboard.press("m");
  await expectSilence(ada.page, TONES.dev, { withinMs: 0, forMs: 500 });

  // On a button the space bar presses that.
  await dev.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await dev.page.keyboard.down("Space");
  await expectTone(ada.page, TONES.dev);
  await dev.page.keyboard.up("Space");
  await expectSilence(ada.page, TONES.dev, { withinMs: 1_500 });

  await button(dev.page).hover();
  await dev.page.mouse.down();
  await expectTone(ada.page, TONES.dev);
  await dev.page.mouse.move(5, 5);
  await dev.page.mouse.up();
  await expectSilence(ada.page, TONES.dev, { withinMs: 1_500 });

  for (const leave of ["blur", "visibilitychange"]) {
    await button(dev.page).focus();
    await dev.page.keyboard.down("Space");
    await expectTone(ada.page, TONES.dev);
    await dev.page.evaluate((name) => (name === "blur" ? window : document).dispatchEvent(new Event(name)), leave);
    await expectSilence(ada.page, TONES.dev, { withinMs: 1_500 });
    await dev.page.keyboard.up("Space");
  }
});

test("whoever a moderator muted has to ask back, and with push-to-talk is still silent until they hold", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await devPushesToTalk(ada, dev, id);
  await ada.call("POST", `/api/rooms/${id}/stage/${dev.id}/mute`);
  await expectNotice(dev.page, "microphoneCut");
  await button(dev.page).click();
  await expectNotice(dev.page, "");
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });
  await button(dev.page).focus();
  await dev.page.keyboard.down("Space");
  await expectTone(ada.page, TONES.dev);
  await dev.page.keyboard.up("Space");
});

test("music mode asks for the sound as it is, goes on being heard, and is remembered", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectTone(ada.page, TONES.dev);
  expect(await lastAskedAs(dev.page)).toMatchObject({
    echoCancellation: true,
    noiseSuppression: true,
    channelCount: 1,
  });
  await openSound(dev);
  await dialog(dev.page).getByLabel("Music mode").check();
  await expect
    .poll(() => lastAskedAs(dev.page))
    .toMatchObject({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });
  await dev.page.keyboard.press("Escape");
  await expect(button(dev.page)).toHaveAttribute("data-on", "true");
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0, forMs: 300 });
  await expectTone(ada.page, TONES.dev);
  await dev.page.reload();
  await expectRole(dev.page, "speaker");
  await speak(dev);
  expect(await lastAskedAs(dev.page)).toMatchObject({ echoCancellation: false });
  await expectTone(ada.page, TONES.dev);
});

test("strong noise suppression takes the noise out that the others would hear", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev", { ownMicrophone: true });
  await dev.context.addInitScript(installNoise);
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectSound(ada.page, { aboveDb: NOISY_DB });

  await openSound(dev);
  await dialog(dev.page).getByText("Strong", { exact: true }).click();
  await expect
    .poll(async () => (await soundOf(ada.page, 440)).rmsDb, { timeout: 15_000 })
    .toBeLessThan(NOISY_DB - TAKEN_OUT_DB);
  await expect(button(dev.page)).toHaveAttribute("data-on", "true");

  await dialog(dev.page).getByText("Off", { exact: true }).click();
  await expectSound(ada.page, { aboveDb: NOISY_DB });
});

const NOISY_DB = -35;
const TAKEN_OUT_DB = 15;

/** Runs in the page: a microphone in a room with a loud fan. */
function installNoise(): void {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext({ sampleRate: 48_000 });
    const buffer = new AudioBuffer({ length: 48_000 * 2, sampleRate: 48_000 });
    const wave = buffer.getChannelData(0);
    for (let index = 0; index < wave.length; index++) wave[index] = (Math.random() - 0.5) * 0.3;
    const noise = new AudioBufferSourceNode(context, { buffer, loop: true });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    noise.connect(destination);
    noise.start();
    await context.resume();
    return destination.stream;
  };
}

test("whoever lets the room out of the loudspeaker into the microphone is told to take headphones", {
  tag: "@long",
}, async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev", { ownMicrophone: true });
  await dev.context.addInitScript(installEchoingMicrophone);
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await saysPhrases(ada, 6);
  await expectNotice(dev.page, "echo");
  await dev.page.getByRole("button", { name: "All right" }).click();
  await expectNotice(dev.page, "");
});

/** Off and on, with a breath in between that ends in silence. */
async function saysPhrases({ page }: Person, count: number): Promise<void> {
  for (let phrase = 0; phrase < count; phrase++) {
    await page.keyboard.press("m");
    await page.waitForTimeout(1_000);
    await page.keyboard.press("m");
    await page.waitForTimeout(1_200);
  }
}

/** Runs in the page: a microphone that stands before the loudspeaker and hears nothing else. */
function installEchoingMicrophone(): void {
  const context = new AudioContext({ sampleRate: 48_000 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const given = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    configurable: true,
    get: given?.get,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      if (stream instanceof MediaStream) context.createMediaStreamSource(stream).connect(destination);
      given?.set?.call(this, stream);
    },
  });
  navigator.mediaDevices.getUserMedia = async () => {
    await context.resume();
    return destination.stream;
  };
}
