import { chromium, expect } from "@playwright/test";
import { expectSilence, expectSound, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import {
  bringUp,
  expectRole,
  expectState,
  listen,
  openSheet,
  openTheStage,
  openTheStageWith,
  speak,
} from "@/tests/e2e/support/room-page";
import { TONES, timesAsked } from "@/tests/e2e/support/tone";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";

test("Dev hears Ada once she speaks, and silence before it and after she mutes herself", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await listen(ada, id);
  await expectRole(ada.page, "host");
  await listen(dev, id);
  await expectRole(dev.page, "listener");
  expect(await timesAsked(ada.page), "the microphone is asked for on the stage, when it is turned on").toBe(0);
  await expectSilence(dev.page, TONES.ada);

  await speak(ada);
  await expectTone(dev.page, TONES.ada);
  await expectSilence(ada.page, TONES.ada, { withinMs: 0 });

  await speak(ada, false);
  await expectSilence(dev.page, TONES.ada);
  expect(await timesAsked(dev.page)).toBe(0);
});

test("a listener raises a hand, is invited, joins the stage muted and is heard when they unmute", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await dev.page.getByRole("button", { name: "Raise hand" }).click();
  const hand = ada.page.getByTestId("hands").locator(`[data-person="${dev.id}"]`);
  await hand.getByRole("button", { name: /^Invite/ }).click();

  const offer = dev.page.getByRole("dialog", { name: /invites you to the stage/ });
  await expect(offer).toBeVisible();
  await expectRole(dev.page, "listener");
  expect(await timesAsked(dev.page)).toBe(0);

  await offer.getByRole("button", { name: "Join stage" }).click();
  await expectRole(dev.page, "speaker");
  await expect(hand).toHaveCount(0);
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });

  await speak(dev);
  await expectTone(ada.page, TONES.dev);
  await expectTone(dev.page, TONES.ada);
});

test("whoever steps down is silent at once and stays in the audience", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectTone(ada.page, TONES.dev);

  await openSheet(dev, dev);
  await dev.page.getByRole("button", { name: "Step down from the stage" }).click();
  await expectSilence(ada.page, TONES.dev, { withinMs: 1_500 });
  await expectRole(dev.page, "listener");
  await expectTone(dev.page, TONES.ada);
});

test("a moderator's mute silences, and only the muted one can undo it", async ({ arrive, adasRoom: { id, ada } }) => {
  const cleo = await arrive("cleo");
  await openTheStageWith(ada, cleo, id);
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);

  await openSheet(ada, cleo);
  await ada.page.getByRole("button", { name: "Mute", exact: true }).last().click();
  await expectSilence(ada.page, TONES.cleo, { withinMs: 1_500 });
  await expect(ada.page.locator(`[data-testid="on-stage"][data-person="${cleo.id}"]`)).toHaveAttribute(
    "data-muted",
    "true",
  );
  await ada.call("DELETE", `/api/rooms/${id}/stage/${cleo.id}/mute`, undefined, 403);

  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);
});

test("whoever is moved to the audience is silent and may raise a hand again", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const cleo = await arrive("cleo");
  await openTheStageWith(ada, cleo, id);
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);

  await openSheet(ada, cleo);
  await ada.page.getByRole("button", { name: "Move to the audience" }).click();
  await expectSilence(ada.page, TONES.cleo, { withinMs: 1_500 });
  await expectRole(cleo.page, "listener");
  await expect(cleo.page.getByRole("button", { name: "Raise hand" })).toBeVisible();
});

test("a room that ends lets everybody go, with one line, and is silent", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);

  await ada.page.getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("button", { name: "End the room" }).click();
  await ada.page.getByRole("button", { name: "End for everyone" }).click();
  await expectSilence(dev.page, TONES.ada);
  await expect(dev.page).toHaveURL(/\/$/);
  await expect(dev.page.getByText(/has ended/)).toBeVisible();
});

test("a browser's own microphone is heard, and somebody who listens is never asked for one", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const browser = await chromium.launch({
    ...WHOLE_CHROMIUM,
    args: [...QUIET_CHROMIUM, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  try {
    const ben = await arrive("ben", { browser, ownMicrophone: true });
    await listen(ada, id);
    await listen(ben, id);
    await bringUp(ada, ben, id);
    await speak(ben);
    // Chromium's fake device beeps once a second.
    await expectSound(ada.page);
    await expectState(ben.page, "live");
  } finally {
    await browser.close();
  }
});
