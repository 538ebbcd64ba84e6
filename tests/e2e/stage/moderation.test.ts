import { expect } from "@playwright/test";
import { gatherTokens, test } from "@/tests/e2e/support/bare";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import type { Person } from "@/tests/e2e/support/people";
import {
  bringUp,
  expectNotice,
  expectOnStage,
  expectRole,
  listen,
  openSheet,
  openTheStage,
  passOf,
  speak,
} from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { askDatabase } from "@/tests/support/running";

/** Chooses from the menu of what is done seldom. */
async function choose({ page }: Person, name: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name, exact: true }).click();
}

test("mute all silences everybody below the host, and the lock keeps them silent until it is lifted", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [cleo, dev] = [await arrive("cleo"), await arrive("dev")];
  await openTheStage(ada, id);
  for (const person of [cleo, dev]) {
    await listen(person, id);
    await bringUp(ada, person, id);
    await speak(person);
    await expectTone(ada.page, TONES[person === cleo ? "cleo" : "dev"]);
  }

  await choose(ada, "Mute everyone and lock");
  await expectSilence(ada.page, TONES.cleo, { withinMs: 1_500 });
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });
  await expectTone(cleo.page, TONES.ada);
  await expectNotice(cleo.page, "microphonesLocked");
  await cleo.page.getByTestId("microphone").click();
  await expect(cleo.page.getByText(/microphones are locked/i).first()).toBeVisible();
  await cleo.call("DELETE", `/api/rooms/${id}/stage/${cleo.id}/mute`, undefined, 409);
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0, forMs: 1_500 });

  await choose(ada, "Unlock microphones");
  await expectNotice(cleo.page, "microphoneCut");
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0 });
  await speak(cleo);
  await expectTone(ada.page, TONES.cleo);
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });
});

test("the host hands the room over, and the new one ends it with a line that everybody reads", async ({
  arrive,
  adasRoom: { id, ada, title },
}) => {
  const [cleo, dev] = [await arrive("cleo"), await arrive("dev")];
  await openTheStage(ada, id, cleo, dev);
  await bringUp(ada, cleo, id);

  await expectOnStage(ada, cleo);
  await openSheet(ada, cleo);
  await ada.page.getByRole("button", { name: "Hand the room over" }).click();
  await expectRole(cleo.page, "host");
  await expectRole(ada.page, "moderator");
  await expectTone(dev.page, TONES.ada);
  await cleo.page.getByRole("tab", { name: "Log" }).click();
  await expect(cleo.page.getByTestId("log")).toContainText(/hosts the room now/);

  await choose(cleo, "End the room");
  await cleo.page.getByLabel("A last word to everyone").fill("See you on Sunday");
  await cleo.page.getByRole("button", { name: "End for everyone" }).click();
  await expect(dev.page.getByText(`“${title}” has ended: See you on Sunday`)).toBeVisible();
  await expectSilence(dev.page, TONES.ada);
});

test("a room whose only leader goes says so, and goes on when they are back", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  // Nobody is asked who leaves an empty room.
  await expect(ada.page.locator(`[data-person="${dev.id}"]`).first()).toBeVisible();
  await ada.page.getByRole("button", { name: "Leave quietly" }).click();
  await ada.page.getByRole("button", { name: "Leave all the same" }).click();
  await expect(dev.page.getByTestId("host-away")).toContainText(/1:\d\d/);

  await listen(ada, id);
  await expectRole(ada.page, "host");
  await expect(dev.page.getByTestId("host-away")).toHaveCount(0);
});

test("a host who is cut off and does not come back: their moderator hosts the room, and the talk goes on", {
  tag: "@long",
}, async ({ arrive, product, adasRoom: { id, ada } }) => {
  test.setTimeout(120_000);
  const [ben, dev] = [await arrive("ben"), await arrive("dev")];
  await openTheStage(ada, id, ben, dev);
  await bringUp(ada, ben, id);
  await ada.call("PATCH", `/api/rooms/${id}/stage/${ben.id}`, { role: "moderator" });
  await speak(ben);
  await expectTone(dev.page, TONES.ben);

  // The page dies without a goodbye, as when the network is cut.
  await ada.page.goto("chrome://crash").catch(() => null);
  const seat = "FROM seat WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL";
  const ask = <Row extends object>(sql: string) => askDatabase<Row>(product.dataFolder, sql, [id, ada.id]);
  const isGone = async () => (await ask<{ gone: boolean }>(`SELECT gone_at IS NOT NULL AS gone ${seat}`))[0]?.gone;
  await expect.poll(isGone, { timeout: 45_000 }).toBe(true);
  await expectRole(ben.page, "moderator");

  // The grace of two minutes, over at once.
  await ask(`UPDATE seat SET lease_until = now() WHERE id = (SELECT id ${seat})`);
  await expectRole(ben.page, "host");
  await expect(ben.page.getByText("You host this room now.")).toBeVisible();
  await expect(dev.page.getByTestId("host-away")).toHaveCount(0);
  await expectTone(dev.page, TONES.ben);
  await expectSilence(dev.page, TONES.ada, { withinMs: 0 });

  const back = { ...ada, page: await ada.context.newPage() };
  await listen(back, id);
  await expectRole(back.page, "listener");
});

test("a ban is got round by no seat, tab, token, invitation or page", { tag: "@long" }, async ({
  arrive,
  intrude,
  adasRoom: { id, ada },
}) => {
  const eve = await arrive("eve");
  const tokens = gatherTokens(eve.page);
  await openTheStage(ada, id, eve);
  await expectTone(eve.page, TONES.ada);
  const { url, token } = await passOf(eve, id);

  await openSheet(ada, eve);
  await ada.page.getByRole("button", { name: /^Remove from/ }).click();
  await ada.page.getByLabel("Why").fill("shouting");
  await ada.page.getByRole("button", { name: "Yes, remove" }).click();
  await expectNotice(eve.page, "removed");
  await expectSilence(eve.page, TONES.ada, { withinMs: 1_500 });

  const { handle } = await eve.call<{ handle: string }>("GET", "/api/me").catch(() => ({ handle: "eve" }));
  await ada.call("POST", `/api/rooms/${id}/invitations`, { handle });
  await eve.call("POST", `/api/rooms/${id}/seat`, undefined, 403);
  await eve.call("POST", `/api/rooms/${id}/hand`, undefined, 409);
  const otherTab = await eve.context.newPage();
  await otherTab.goto(`/rooms/${id}`);
  await expectNotice(otherTab, "removed");
  await expect(otherTab.getByTestId("on-stage"), "nothing of the room is there any more").toHaveCount(0);
  await eve.call("GET", `/api/rooms/${id}`, undefined, 404);
  for (const old of [token, tokens.at(-1) ?? token]) {
    const intruder = await intrude();
    await intruder.connect({ url, token: old });
    await expectSilence(intruder.page, TONES.ada, { withinMs: 500, forMs: 1_500 });
  }

  await ada.page.getByRole("tab", { name: "Log" }).click();
  await expect(ada.page.getByTestId("log")).toContainText("shouting");
  const letIn = ada.page.getByRole("button", { name: /^Let .* in again$/ });
  await letIn.click();
  await expect(letIn).toHaveCount(0);
  await otherTab.reload();
  await otherTab.getByRole("button", { name: "Listen", exact: true }).click();
  await expectTone(otherTab, TONES.ada);
});
