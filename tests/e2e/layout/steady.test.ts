import { expect } from "@playwright/test";
import { test as familyTest, listenInFamily } from "@/tests/e2e/support/family-scene";
import { expectTone } from "@/tests/e2e/support/hear";
import { assign, choose, expectHeard, goOnAir, languages } from "@/tests/e2e/support/interpreting";
import { test } from "@/tests/e2e/support/networks";
import type { Person } from "@/tests/e2e/support/people";
import {
  bringUp,
  expectNotice,
  expectOnStage,
  expectRole,
  listen,
  openTheStage,
  speak,
} from "@/tests/e2e/support/room-page";
import { clockOf, shiftsOf, watchShifts } from "@/tests/e2e/support/shifts";
import { TONES } from "@/tests/e2e/support/tone";

/** All shifts together may be so much. Source: measured goal, far below what counts as good (0.1). */
const MOST = 0.02;

test(
  "a room moves nothing under a finger while people, hands, lines, links and the connection come and go",
  { tag: "@long" },
  async ({ arrive, openNetwork, adasRoom: { id, ada } }, testInfo) => {
    test.setTimeout(150_000);
    const network = await openNetwork();
    const [dev, cleo, ben] = await Promise.all([
      arrive("dev", { viewport: { width: 390, height: 844 }, network }),
      arrive("cleo"),
      arrive("ben"),
    ]);
    await ada.page.setViewportSize({ width: 1280, height: 720 });
    for (const { context } of [ada, dev]) await watchShifts(context);
    await openTheStage(ada, id, dev);
    await expectTone(dev.page, TONES.ada);
    const since = new Map<Person, number>();
    for (const person of [ada, dev]) since.set(person, await clockOf(person.page));

    await listen(ben, id);
    await listen(cleo, id);
    await cleo.call("POST", `/api/rooms/${id}/hand`, { question: "Why at night?" });
    await ben.call("POST", `/api/rooms/${id}/hand`, { question: "And at dawn?" });
    await expect(ada.page.getByTestId("hands").locator("ol [data-person]")).toHaveCount(2);
    await bringUp(ada, cleo, id);
    await speak(cleo);
    await expectTone(dev.page, TONES.cleo);
    await ada.call("PUT", `/api/rooms/${id}/pinned-link`, { url: "https://example.org/charter" });
    await expect(dev.page.getByTestId("pinned-link")).toBeVisible();
    for (const text of ["Hello", "Good evening", "A question"])
      await ben.call("POST", `/api/rooms/${id}/chat`, { text });
    await bringUp(ada, ben, id);
    await ada.call("PATCH", `/api/rooms/${id}/stage/${ben.id}`, { role: "moderator" });
    await expectRole(ben.page, "moderator");
    await ada.call("PATCH", `/api/rooms/${id}`, { handMode: "off" });
    await expect(dev.page.getByRole("button", { name: "Hands are off" })).toBeVisible();
    await ada.call("PATCH", `/api/rooms/${id}`, { handMode: "everyone" });

    network.cut();
    await expectNotice(dev.page, "reconnecting", 30_000);
    network.mend();
    await expectNotice(dev.page, "", 30_000);
    await ada.call("DELETE", `/api/rooms/${id}/stage/${cleo.id}`);
    await expectRole(cleo.page, "listener");
    await ada.call("DELETE", `/api/rooms/${id}/pinned-link`);
    await expect(dev.page.getByTestId("pinned-link")).toHaveCount(0);
    await ben.call("DELETE", `/api/rooms/${id}/seat`);
    await expect(ada.page.locator(`[data-testid="on-stage"][data-person="${ben.id}"]`)).toHaveCount(0);
    await expectOnStage(dev, ada);

    for (const [person, startedAt] of since) {
      await person.page.screenshot({ path: testInfo.outputPath(`${person === ada ? "host" : "phone"}.png`) });
      await expectSteady(person, startedAt);
    }
  },
);

/** So long a language is heard before its listener is asked how well they understand. */
const ASKED_AFTER_MS = 3 * 60_000;

test("languages, an interpreter's desk and the question how well one understands come and go over what is there", {
  tag: "@long",
}, async ({ arrive, adasRoom: { id, ada } }) => {
  test.setTimeout(120_000);
  const phone = { viewport: { width: 390, height: 844 } };
  const [dev, ben, cleo] = [await arrive("dev", phone), await arrive("ben", phone), await arrive("cleo")];
  for (const { context } of [dev, ben, cleo]) await watchShifts(context);
  await dev.context.addInitScript((patience) => {
    const later = window.setTimeout;
    const soon = (run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      later(run, ms === patience ? 300 : ms, ...rest);
    window.setTimeout = soon as typeof setTimeout;
  }, ASKED_AFTER_MS);
  await openTheStage(ada, id);
  for (const person of [dev, ben, cleo]) await listen(person, id);
  const since = new Map<Person, number>();
  for (const person of [dev, ben, cleo]) since.set(person, await clockOf(person.page));

  await assign(ada, ben, id);
  for (const { page } of [dev, ben, cleo]) await expect(page.getByTestId("interpreting-news")).toBeVisible();
  await goOnAir(ben);
  await choose(dev, "de");
  await expectHeard(dev, "heard");
  await expect(dev.page.getByTestId("rate-language")).toBeVisible();
  await dev.page.getByTestId("rate-language").getByRole("button", { name: "4 of 5" }).click();
  await expect(dev.page.getByTestId("rate-language")).toHaveCount(0);
  await choose(cleo, "floor");
  await ada.call("DELETE", `/api/rooms/${id}/interpreters/${ben.id}`);
  for (const { page } of [dev, ben, cleo]) await expect(page.getByText("is no longer interpreted")).toBeVisible();
  await expect(languages(dev.page)).toHaveCount(0);
  for (const [person, startedAt] of since) await expectSteady(person, startedAt);
});

familyTest("a hall's own talk begins and ends in the place that is kept for it", async ({ arrive, family }) => {
  familyTest.setTimeout(120_000);
  const [dev, cleo] = [await arrive("dev", { viewport: { width: 390, height: 844 } }), await arrive("cleo")];
  await watchShifts(dev.context);
  await family.crowd(3);
  const hall = await listenInFamily(dev, family.mainId);
  await listenInFamily(cleo, family.mainId);
  const ownTalk = dev.page.getByTestId("own-talk");
  await expect(ownTalk).toHaveAttribute("data-led", "false");
  await expect(dev.page.getByTestId("audience")).toHaveAttribute("data-count", "2");
  const startedAt = await clockOf(dev.page);

  await cleo.call("POST", `/api/rooms/${hall}/leader`);
  await expectOnStage(dev, cleo);
  await expect(ownTalk).toHaveAttribute("data-led", "true");
  await expectRole(cleo.page, "moderator");
  await cleo.call("DELETE", `/api/rooms/${hall}/seat`);
  await expect(ownTalk).toHaveAttribute("data-led", "false");
  await expect(ownTalk.getByTestId("on-stage")).toHaveCount(0);
  await expectSteady(dev, startedAt);
});

async function expectSteady({ page }: Person, startedAt: number): Promise<void> {
  const shifts = await shiftsOf(page, startedAt);
  expect(shifts.total, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST);
}
