import { expect } from "@playwright/test";
import type { RoomView } from "@/lib/wire/rooms/views";
import { listenInFamily, test } from "@/tests/e2e/support/family-scene";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { assign, booth, choose, expectHeard, goOnAir } from "@/tests/e2e/support/interpreting";
import { expectRole, expectState, listen, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

// Places on the stage for the host and for whoever is called up.
test.use({ reserve: 2 });

test("a question asked in German is spoken back by its interpreter to the main hall and every other, until they turn round", {
  tag: "@long",
}, async ({ arrive, family: { ada, mainId } }) => {
  // Five browsers with sound on a small machine.
  test.setTimeout(180_000);
  const [ben, dev] = [await arrive("ben"), await arrive("dev")];
  for (const person of [ben, dev]) await listen(person, mainId);
  await assign(ada, ben, mainId);
  await goOnAir(ben);
  const [cleo, eve] = [await arrive("cleo"), await arrive("eve")];
  for (const person of [cleo, eve]) await listenInFamily(person, mainId);
  await choose(cleo, "de");
  await expectHeard(cleo, "heard");
  await expect(booth(ben.page).getByTestId("speak-back")).toHaveCount(0);

  await cleo.page.getByRole("button", { name: "Raise hand" }).click();
  const hand = ada.page.getByTestId("hands").locator(`ol [data-person="${cleo.id}"]`);
  await expect(hand.getByTestId("hand-language")).toContainText("asks in German");
  await hand.getByRole("button", { name: /^Invite/ }).click();
  await cleo.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(cleo.page, "speaker");
  await speak(cleo);
  const asker = dev.page.locator(`[data-testid="on-stage"][data-person="${cleo.id}"]`);
  await expect(asker).toHaveAttribute("data-asks-in", "de");
  await expectTone(eve.page, TONES.cleo, { withinMs: 15_000 });
  for (const { page } of [dev, eve]) await expectSilence(page, TONES.ben, { withinMs: 0, forMs: 300 });

  await booth(ben.page).getByRole("button", { name: "Back to the stage" }).click();
  await expect(booth(ben.page)).toHaveAttribute("data-on-stage", "true");
  for (const { page } of [dev, ada, eve]) await expectTone(page, TONES.ben, { withinMs: 15_000 });
  await expect(asker).toHaveAttribute("data-spoken-by", ben.id);
  await expectHeard(cleo, "nobody");
  await expectSilence(ben.page, TONES.ben, { withinMs: 0, forMs: 500 });

  await booth(ben.page).getByRole("button", { name: "Into German" }).click();
  for (const { page } of [dev, ada, eve]) await expectSilence(page, TONES.ben, { withinMs: 3_000 });
  await expect(booth(ben.page)).toHaveAttribute("data-on-air", "true");
  await expectTone(cleo.page, TONES.ben, { withinMs: 15_000 });
  await expectHeard(cleo, "heard");

  // Whoever loads their page anew is back at the booth, and heard by nobody.
  await booth(ben.page).getByRole("button", { name: "Back to the stage" }).click();
  await expectTone(dev.page, TONES.ben, { withinMs: 15_000 });
  await ben.page.reload();
  await expectState(ben.page, "live");
  await expectSilence(dev.page, TONES.ben, { withinMs: 3_000 });
  const turned = async () =>
    (await ada.call<RoomView>("GET", `/api/rooms/${mainId}`)).channels[0]?.interpreters[0]?.toStage;
  await expect.poll(turned).toBe(false);
  await expect(booth(ben.page)).toHaveAttribute("data-on-stage", "false");
  await expectSilence(dev.page, TONES.ben, { withinMs: 0, forMs: 500 });
});

test("an interpreter in another hall is heard by all, hears the stage themselves and not their own voice, and is off it with the asker", {
  tag: "@long",
}, async ({ arrive, family: { ada, mainId, crowd } }) => {
  test.setTimeout(180_000);
  const [cleo, ben] = [await arrive("cleo"), await arrive("ben")];
  await listen(cleo, mainId);
  await crowd(1);
  await listenInFamily(ben, mainId);
  await assign(ada, ben, mainId);
  await goOnAir(ben);
  await choose(cleo, "de");
  await expectHeard(cleo, "heard");
  await cleo.page.getByRole("button", { name: "Raise hand" }).click();
  await ada.page
    .getByTestId("hands")
    .locator(`ol [data-person="${cleo.id}"]`)
    .getByRole("button", { name: /^Invite/ })
    .click();
  await cleo.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(cleo.page, "speaker");
  await speak(cleo);

  await booth(ben.page).getByRole("button", { name: "Back to the stage" }).click();
  await expectTone(ada.page, TONES.ben, { withinMs: 15_000 });
  await expectTone(ben.page, TONES.cleo, { withinMs: 15_000 });
  await expectTone(ben.page, TONES.ada);
  await expectSilence(ben.page, TONES.ben, { withinMs: 3_000 });

  await ada.call("DELETE", `/api/rooms/${mainId}/stage/${cleo.id}`, undefined, 204);
  await expectSilence(ada.page, TONES.ben, { withinMs: 1_000 });
  await expect(booth(ben.page)).toHaveAttribute("data-on-stage", "false");
  await expect(booth(ben.page)).toHaveAttribute("data-on-air", "false");
  await expectTone(ben.page, TONES.ada);
});
