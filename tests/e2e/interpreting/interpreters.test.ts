import { expect } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { expectSilence, expectTone, gapsSince, loudest, recordGaps } from "@/tests/e2e/support/hear";
import {
  assign,
  booth,
  choose,
  expectHeard,
  expectListeners,
  goOnAir,
  languages,
  openFloorSlider,
  toDesk,
  untilAsLoud,
} from "@/tests/e2e/support/interpreting";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectState, openSheet, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { countWakeLocks, wakeLocksOf } from "@/tests/e2e/support/wake-locks";

// Four browsers with sound each on a small machine.
test.setTimeout(120_000);

/** Lets a page's connections be counted, and what arrives over them. Before its first page is opened. */
async function countConnections({ context }: Person): Promise<void> {
  await context.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    const Made = RTCPeerConnection;
    window.RTCPeerConnection = class extends Made {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        made.push(this);
      }
    };
    (window as { connectionsMade?: RTCPeerConnection[] }).connectionsMade = made;
  });
}

/** Connections that were ever made, and streams of sound of which a packet arrived. */
const arrivals = ({ page }: Person): Promise<{ connections: number; streams: number }> =>
  page.evaluate(async () => {
    const made = (window as { connectionsMade?: RTCPeerConnection[] }).connectionsMade ?? [];
    const open = made.filter(({ connectionState }) => connectionState !== "closed");
    const reports = await Promise.all(open.map((one) => one.getStats()));
    const streams = reports
      .flatMap((report) => [...report.values()])
      .filter(({ type, packetsReceived }) => type === "inbound-rtp" && packetsReceived > 0);
    return { connections: made.length, streams: streams.length };
  });

test("a language is heard at full with the room beneath as the slider says; who chose none receives nothing of it", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [ben, dev, eve] = [await arrive("ben"), await arrive("dev"), await arrive("eve")];
  for (const person of [dev, eve]) await countConnections(person);
  await openTheStage(ada, id, ben, dev, eve);
  await assign(ada, ben, id);
  await goOnAir(ben);
  for (const { page } of [dev, eve]) await expectTone(page, TONES.ada);
  const before = await arrivals(eve);
  expect(await arrivals(dev)).toEqual(before);
  const full = await loudest(dev.page, TONES.ada);
  await expectSilence(dev.page, TONES.ben, { withinMs: 0, forMs: 300 });

  await choose(dev, "de");
  await expectTone(dev.page, TONES.ben);
  await expectHeard(dev, "heard");
  expect(await loudest(dev.page, TONES.ada), `the room was at ${full} dB`).toBeLessThan(full - 12);
  expect(await loudest(dev.page, TONES.ada)).toBeGreaterThan(full - 25);
  expect(await loudest(dev.page, TONES.ben)).toBeGreaterThan(full - 6);

  const slider = await openFloorSlider(dev);
  await slider.fill("0");
  await expectSilence(dev.page, TONES.ada, { withinMs: 500, forMs: 500 });
  await slider.fill("50");
  expect(await loudest(dev.page, TONES.ada)).toBeGreaterThan(full - 9);
  await dev.page.keyboard.press("Escape");
  await expectListeners(ben, "1 listening");

  // The interpreter's microphone is in the channel and nowhere else.
  for (const person of [eve, ada]) {
    await expectSilence(person.page, TONES.ben, { withinMs: 0, forMs: 300 });
  }
  expect(await arrivals(eve)).toEqual(before);
  expect((await arrivals(dev)).streams).toBe(before.streams + 1);

  await dev.page.reload();
  await expectState(dev.page, "live");
  await expectTone(dev.page, TONES.ben, { withinMs: 20_000 });
  await expect(await openFloorSlider(dev)).toHaveValue("50");
  await dev.page.keyboard.press("Escape");

  await booth(ben.page).getByRole("button", { name: "Go off air" }).click();
  await expectHeard(dev, "nobody");
  expect(await loudest(dev.page, TONES.ada)).toBeGreaterThan(full - 3);
  await expectSilence(dev.page, TONES.ben, { withinMs: 1_000 });
  await choose(dev, "floor");
  await expectHeard(dev, "none");
  await expectListeners(ben, "nobody is listening");
  await expect.poll(async () => (await arrivals(dev)).streams).toBe(before.streams);
});

test("two interpreters hand over without a silent second, and one whose page dies leaves the room at full within two", {
  tag: "@long",
}, async ({ arrive, adasRoom: { id, ada } }) => {
  const [ben, cleo, dev] = [await arrive("ben"), await arrive("cleo"), await arrive("dev")];
  await openTheStage(ada, id, ben, cleo, dev);
  await assign(ada, ben, id);
  await openSheet(ada, cleo);
  await ada.page.getByLabel("Interprets into").selectOption("German");
  await ada.page.keyboard.press("Escape");
  await goOnAir(ben);
  await toDesk(cleo);
  await booth(cleo.page).getByRole("button", { name: "Open my microphone" }).click();
  await expectTone(dev.page, TONES.ada);
  const full = await loudest(dev.page, TONES.ada);
  await choose(dev, "de");
  await expectTone(dev.page, TONES.ben);

  // Only the interpreters are left to be heard, so that every gap is theirs.
  await ada.page.keyboard.press("m");
  await expectSilence(dev.page, TONES.ada);
  await recordGaps(dev.page);
  await goOnAir(cleo, "Take over");
  await expectTone(dev.page, TONES.cleo);
  await expectSilence(dev.page, TONES.ben, { withinMs: 3_000 });
  await expect(booth(ben.page)).toHaveAttribute("data-on-air", "false");
  await expectTone(dev.page, TONES.cleo);
  const gaps = await gapsSince(dev.page);
  expect(gaps.longestMs, JSON.stringify(gaps)).toBeLessThan(1_000);
  await expectHeard(dev, "heard");

  await ada.page.keyboard.press("m");
  await expectTone(dev.page, TONES.ada);
  expect(await loudest(dev.page, TONES.ada)).toBeLessThan(full - 12);
  const session = await cleo.context.newCDPSession(cleo.page);
  void session.send("Page.crash").catch(() => undefined);
  await cleo.page.waitForEvent("crash");
  expect(await untilAsLoud(dev, TONES.ada, full - 6)).toBeLessThan(2_000);
  await expectHeard(dev, "gone");

  await goOnAir(ben, "Take over");
  await expectTone(dev.page, TONES.ben);
  await expectHeard(dev, "heard");
  expect(await loudest(dev.page, TONES.ada)).toBeLessThan(full - 12);
});

test("an interpreter who says nothing for a while is not taken for one who is gone", { tag: "@long" }, async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [ben, dev] = [await arrive("ben", { ownMicrophone: true }), await arrive("dev")];
  await countWakeLocks(ben);
  await ben.context.addInitScript(() => {
    if (!navigator.mediaDevices) return;
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      const [tone, silence] = [new OscillatorNode(context), new GainNode(context, { gain: 0 })];
      tone.connect(silence).connect(destination);
      tone.start();
      await context.resume();
      return destination.stream;
    };
  });
  await openTheStage(ada, id, ben, dev);
  await assign(ada, ben, id);
  await goOnAir(ben);
  await choose(dev, "de");
  await expectHeard(dev, "heard");
  await expectNoViolation(dev.page, "a room in another language");
  await expectNoViolation(ben.page, "an interpreter's desk");
  expect(await wakeLocksOf(ben), "what keeps an interpreter's screen awake").toBe(1);
  for (const until = Date.now() + 6_000; Date.now() < until; await dev.page.waitForTimeout(100)) {
    expect(await languages(dev.page).getAttribute("data-state")).toBe("heard");
  }
});
