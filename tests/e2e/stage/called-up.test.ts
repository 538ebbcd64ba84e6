import { expect } from "@playwright/test";
import { listenInFamily, test } from "@/tests/e2e/support/family-scene";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { expectRole, expectState, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

// Ada has one place of the stage, and one is kept for whoever is called up.
test.use({ reserve: 2 });

test("somebody called up from an overflow room is heard in every room, shown with where they come from, and is back afterwards", async ({
  arrive,
  family: { ada, mainId, crowd, halls },
}) => {
  test.setTimeout(120_000);
  const [dev, cleo] = [await arrive("dev"), await arrive("cleo")];
  await crowd(2);
  const hallId = await listenInFamily(dev, mainId);
  await crowd(3);
  const otherId = await listenInFamily(cleo, mainId);
  expect(otherId).not.toBe(hallId);
  for (const { page } of [dev, cleo]) await expectTone(page, TONES.ada, { withinMs: 15_000 });

  await dev.call("POST", `/api/rooms/${hallId}/hand`, { question: "Why at night?" });
  const hand = ada.page.getByTestId("hands").locator(`ol [data-person="${dev.id}"]`);
  await expect(hand).toContainText("Overflow 1");
  await hand.getByRole("button", { name: /^Invite/ }).click();
  await dev.page.getByRole("button", { name: "Join stage" }).click();
  await expect(dev.page).toHaveURL(new RegExp(mainId));
  await expectRole(dev.page, "speaker");
  await expectState(dev.page, "live");
  await expect(cleo.page.locator(`[data-testid="on-stage"][data-person="${dev.id}"]`)).toContainText("Overflow 1");
  await speak(dev);
  for (const { page } of [ada, cleo]) await expectTone(page, TONES.dev, { withinMs: 15_000 });
  expect((await halls()).map(({ number, openSeats }) => [number, openSeats])).toContainEqual([1, 4]);

  await ada.call("DELETE", `/api/rooms/${mainId}/stage/${dev.id}`);
  await expect(dev.page).toHaveURL(new RegExp(hallId));
  await expectRole(dev.page, "listener");
  await expectTone(dev.page, TONES.ada, { withinMs: 15_000 });
  for (const { page } of [ada, cleo]) await expectSilence(page, TONES.dev);
});
