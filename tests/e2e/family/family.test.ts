import { expect, type Page } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { listenInFamily, test } from "@/tests/e2e/support/family-scene";
import { expectSilence, expectTone, loudest } from "@/tests/e2e/support/hear";
import { expectNotice, expectRole, expectState, mineOf, room, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** So much quieter at least is a stage that is ducked, and so much at most one that is not: tones swell and fade. */
const DUCKED_DB = 9;
const UNTOUCHED_DB = 5;

/** It goes down smoothly, so that the first look may still meet it on its way; then it stays down. */
const expectTurnedDown = (page: Page, fromDb: number): Promise<void> =>
  expect.poll(() => loudest(page, TONES.ada), { timeout: 5_000 }).toBeLessThan(fromDb - DUCKED_DB);

test("whoever comes to a full main hall sits, by the same tap, in a hall that hears it, and comes back there", async ({
  arrive,
  family: { mainId, crowd, halls },
}) => {
  const dev = await arrive("dev");
  await crowd(3);
  await dev.page.goto("/");
  await dev.page.locator(`a[href="/rooms/${mainId}"]`).first().click();
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(dev.page, "live");
  await expect(dev.page).not.toHaveURL(new RegExp(mainId));
  const hallId = dev.page.url().split("/rooms/")[1] ?? "";
  await expect(dev.page.getByTestId("where-one-is")).toHaveText(
    "The main hall is full. You are in overflow 1 and hear the same stage.",
  );
  await expectNotice(dev.page, "");
  // Empty ones may have been opened ahead of need.
  const taken = (await halls()).filter(({ openSeats }) => openSeats > 0);
  expect(taken.map(({ number, openSeats }) => [number, openSeats])).toEqual([
    [0, 4],
    [1, 1],
  ]);
  await expect(dev.page.locator('[data-hall="0"]')).toHaveAttribute("data-taken", "4");
  await expect(dev.page.locator('[data-hall="1"]')).toHaveAttribute("aria-current", "true");
  await expectNoViolation(dev.page, "an overflow room");
  const { seat } = await mineOf(dev, hallId);

  await dev.page.reload();
  await expectState(dev.page, "live");
  expect(dev.page.url()).toContain(hallId);
  expect((await mineOf(dev, hallId)).seat?.id).toBe(seat?.id);

  await dev.page.goBack();
  await expect(dev.page).toHaveURL(/\/$/);
  await expect(dev.page.getByTestId("room-bar")).toHaveAttribute("data-state", "live");
  await expect(dev.page.getByTestId("card-halls").first()).toBeVisible();
  await expectNoViolation(dev.page, "a hallway with a family");

  await dev.page.locator(`a[href="/rooms/${mainId}"]`).first().click();
  await expect(dev.page).toHaveURL(new RegExp(hallId));
  await expectState(dev.page, "live");
  expect((await mineOf(dev, hallId)).seat?.id).toBe(seat?.id);
  expect((await mineOf(dev, mainId)).movedTo).toBe(hallId);
});

test("a hall that is closed while its stage goes on leads into another one by one tap", async ({
  arrive,
  family: { ada, mainId, crowd, halls },
}) => {
  const dev = await arrive("dev");
  await crowd(3);
  const hallId = await listenInFamily(dev, mainId);
  await expect(room(dev.page)).toHaveAttribute("data-role", "listener");
  await ada.call("DELETE", `/api/rooms/${hallId}`);
  await expectNotice(dev.page, "hallClosed");
  await dev.page.getByRole("button", { name: "Go on in another hall" }).click();
  await expectState(dev.page, "live");
  await expect(dev.page).not.toHaveURL(new RegExp(hallId));
  expect((await halls()).map(({ id }) => id)).not.toContain(hallId);
});

test("every hall hears the stage; who talks in a hall is heard there alone, over a stage that is at least 9 dB lower", async ({
  arrive,
  family: { ada, mainId, crowd },
}) => {
  test.setTimeout(120_000);
  const [dev, ben, cleo] = [await arrive("dev"), await arrive("ben"), await arrive("cleo")];
  await crowd(3);
  const hallId = await listenInFamily(dev, mainId);
  expect(await listenInFamily(ben, mainId)).toBe(hallId);
  await crowd(2);
  expect(await listenInFamily(cleo, mainId)).not.toBe(hallId);
  for (const { page } of [dev, ben, cleo]) await expectTone(page, TONES.ada, { withinMs: 15_000 });
  const alone = await loudest(dev.page, TONES.ada);
  await expect(dev.page.locator(`[data-person="${ada.id}"] [data-speaking]`).first()).toBeVisible();

  await ada.call("POST", `/api/rooms/${hallId}/offers/${ben.id}`);
  await ben.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(ben.page, "speaker");
  expect(await loudest(dev.page, TONES.ada), "the stage beside a muted microphone").toBeGreaterThan(
    alone - UNTOUCHED_DB,
  );
  await speak(ben);
  await expectTone(dev.page, TONES.ben);
  for (const { page } of [dev, ben]) await expectTurnedDown(page, alone);
  await Promise.all([ada, cleo].map(({ page }) => expectSilence(page, TONES.ben, { withinMs: 0 })));
  expect(await loudest(cleo.page, TONES.ada), "the stage in the hall beside it").toBeGreaterThan(alone - UNTOUCHED_DB);

  await speak(ben, false);
  await expect.poll(() => loudest(dev.page, TONES.ada), { timeout: 10_000 }).toBeGreaterThan(alone - UNTOUCHED_DB);
  await dev.page.getByRole("slider", { name: "How loud you hear the stage" }).fill("25");
  await expectTurnedDown(dev.page, alone);
  await dev.page.reload();
  await expectTone(dev.page, TONES.ada, { withinMs: 15_000 });
  expect(await loudest(dev.page, TONES.ada), "the stage as it was set, after a reload").toBeLessThan(alone - DUCKED_DB);
  await dev.page.keyboard.press("s");
  await expectSilence(dev.page, TONES.ada);
});
