import { expect } from "@playwright/test";
import {
  endMicrophone,
  muteMicrophone,
  openDevice,
  pauseAll,
  plug,
  refuse,
  silenceAll,
  sinks,
} from "@/tests/e2e/support/device";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectNotice, openSound, openTheStage, openTheStageWith, room, speak } from "@/tests/e2e/support/room-page";
import { SECOND_TONE, TONES, timesAsked } from "@/tests/e2e/support/tone";

/** Noticed within a second; then it takes as long as sound does. */
const SOON = { withinMs: 2_500 };

const expectMicrophone = ({ page }: Person, state: string): Promise<void> =>
  expect(room(page)).toHaveAttribute("data-microphone", state);

const expectShownMuted = ({ page }: Person, person: Person, muted: boolean): Promise<void> =>
  expect(page.locator(`[data-testid="on-stage"][data-person="${person.id}"]`)).toHaveAttribute(
    "data-muted",
    String(muted),
  );

test("sound that is paused, silenced or frozen behind the page's back is back by itself; what is refused is said, and a tap mends it", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openDevice(dev.context);
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);
  await pauseAll(dev.page);
  await expectTone(dev.page, TONES.ada, SOON);
  await silenceAll(dev.page);
  await expectTone(dev.page, TONES.ada, SOON);
  const session = await dev.context.newCDPSession(dev.page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await expectTone(dev.page, TONES.ada, SOON);
  await expectNotice(dev.page, "");

  await refuse(dev.page, true);
  await pauseAll(dev.page);
  await expectNotice(dev.page, "soundBlocked");
  await expectSilence(dev.page, TONES.ada, { withinMs: 0, forMs: 300 });
  await refuse(dev.page, false);
  await dev.page.getByRole("button", { name: "Turn the sound on" }).click();
  await expectTone(dev.page, TONES.ada, SOON);
  await expectNotice(dev.page, "");
});

test("a microphone that ends, is silenced by the system, or loses its permission is opened anew or shown as what it is", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openDevice(dev.context);
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectTone(ada.page, TONES.dev);
  await endMicrophone(dev.page);
  await expect.poll(() => timesAsked(dev.page)).toBe(2);
  await expectMicrophone(dev, "on");
  await expectTone(ada.page, TONES.dev);

  await muteMicrophone(dev.page, true);
  await expectNotice(dev.page, "microphoneSilenced");
  await expectShownMuted(ada, dev, true);
  await muteMicrophone(dev.page, false);
  await expectMicrophone(dev, "on");
  await expectShownMuted(ada, dev, false);
  await expectTone(ada.page, TONES.dev);

  await dev.context.clearPermissions();
  await expectNotice(dev.page, "microphoneRefused");
  await expectSilence(ada.page, TONES.dev);
  expect(await timesAsked(dev.page), "asked again unasked").toBe(2);
  await dev.context.grantPermissions(["microphone"]);
  await expectMicrophone(dev, "on");
  await expectTone(ada.page, TONES.dev);
});

test("a chosen device that is unplugged gives way to the system's own, which is said, and is used again when it is back", {
  tag: "@long",
}, async ({ arrive, adasRoom: { id, ada } }) => {
  const system = { kind: "audioinput", deviceId: "default", label: "The desk" } as const;
  const headset = { kind: "audioinput", deviceId: "second", label: "A headset" } as const;
  const desk = { kind: "audiooutput", deviceId: "desk", label: "The desk" } as const;
  const ears = { kind: "audiooutput", deviceId: "ears", label: "A headset" } as const;
  const stuck = { kind: "audiooutput", deviceId: "stuck", label: "A driver that never answers" } as const;
  const dev = await arrive("dev");
  await openDevice(dev.context);
  await openTheStageWith(ada, dev, id);
  await plug(dev.page, [system, headset, desk, ears]);
  await openSound(dev);
  await dev.page.getByLabel("Microphone", { exact: true }).selectOption("A headset");
  await dev.page.getByLabel("Loudspeaker", { exact: true }).selectOption("A headset");
  await dev.page.keyboard.press("Escape");
  await speak(dev);
  await expectTone(ada.page, SECOND_TONE);
  await expect.poll(() => sinks(dev.page)).toEqual(["ears"]);

  await plug(dev.page, [system, desk]);
  await expect.poll(() => sinks(dev.page)).toEqual([""]);
  await expectNotice(dev.page, "otherLoudspeaker");
  await endMicrophone(dev.page);
  await expectNotice(dev.page, "otherMicrophone");
  await expectTone(ada.page, TONES.dev);
  await plug(dev.page, [system, headset, desk, ears]);
  await expectTone(ada.page, SECOND_TONE);
  await expectSilence(ada.page, TONES.dev);
  await expect.poll(() => sinks(dev.page)).toEqual(["ears"]);
  await expectNotice(dev.page, "");

  await plug(dev.page, [system, headset, desk, ears, stuck]);
  await openSound(dev);
  await dev.page.getByLabel("Loudspeaker", { exact: true }).selectOption(stuck.label);
  await dev.page.keyboard.press("Escape");
  await expectNotice(dev.page, "otherLoudspeaker");
  await expect.poll(() => sinks(dev.page)).toEqual([""]);
});

test("on a Russian keyboard the key at the place of M mutes, with no other key held, and the help shows it", async ({
  adasRoom: { id, ada },
}) => {
  await openTheStage(ada, id);
  const keyboard = await ada.context.newCDPSession(ada.page);
  const pressSoft = async (modifiers: number): Promise<void> => {
    const key = { key: "ь", code: "KeyM", windowsVirtualKeyCode: 77, modifiers };
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", text: "ь", ...key });
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  };
  const microphone = ada.page.getByTestId("microphone");
  await pressSoft(CTRL);
  await expect(microphone).toHaveAttribute("data-on", "true");
  await pressSoft(0);
  await expect(microphone).toHaveAttribute("data-on", "false");
  await ada.page.keyboard.press("?");
  await expect(ada.page.getByRole("dialog", { name: "Keys" }).getByText("Ь", { exact: true })).toBeVisible();
  await expect(microphone).toHaveAttribute("aria-keyshortcuts", "Ь");
});

/** As the DevTools protocol counts it. */
const CTRL = 2;
