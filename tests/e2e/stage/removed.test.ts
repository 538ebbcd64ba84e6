import { expect } from "@playwright/test";
import { gatherTokens, test } from "@/tests/e2e/support/bare";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { bringUp, expectNotice, openSheet, openTheStage, passOf, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

test("a removed person is heard no more, hears no more, and is let in by no token and no tab", async ({
  arrive,
  intrude,
  adasRoom: { id, ada },
}) => {
  const eve = await arrive("eve");
  const tokens = gatherTokens(eve.page);
  await openTheStage(ada, id, eve);
  const oldTab = await eve.context.newPage();
  await oldTab.goto(`/rooms/${id}`);
  await bringUp(ada, eve, id);
  await speak(eve);
  await expectTone(ada.page, TONES.eve);
  const first = await passOf(eve, id);
  const refreshed = tokens.at(-1) ?? "";
  expect(refreshed, "LiveKit gives each connection a fresh token").not.toBe("");

  await openSheet(ada, eve);
  await ada.page.getByRole("button", { name: /^Remove from/ }).click();
  await ada.page.getByRole("button", { name: "Yes, remove" }).click();
  await expectSilence(ada.page, TONES.eve, { withinMs: 1_500 });
  await expectNotice(eve.page, "removed");
  await expectSilence(eve.page, TONES.ada, { withinMs: 0 });

  await eve.call("POST", `/api/rooms/${id}/seat`, undefined, 403);
  await oldTab.getByRole("button", { name: "Listen", exact: true }).click();
  await expectNotice(oldTab, "removed");
  await expectSilence(oldTab, TONES.ada, { withinMs: 0 });

  for (const token of [first.token, refreshed]) {
    const intruder = await intrude();
    await intruder.connect({ url: first.url, token });
    await intruder.send(TONES.eve);
    await expectSilence(ada.page, TONES.eve, { withinMs: 0, forMs: 2_500 });
    await expectSilence(intruder.page, TONES.ada, { withinMs: 500, forMs: 1_500 });
    expect(await intruder.state()).toBe("disconnected");
  }
});

test("a listener whose client sends all the same is heard by nobody", async ({
  arrive,
  intrude,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  const eve = await arrive("eve");
  await openTheStage(ada, id, dev);
  const intruder = await intrude();
  expect(await intruder.connect(await passOf(eve, id))).toBe("in");
  await expectTone(intruder.page, TONES.ada);

  await intruder.send(TONES.eve);
  await expectSilence(ada.page, TONES.eve, { withinMs: 0, forMs: 3_000 });
  await expectSilence(dev.page, TONES.eve, { withinMs: 0, forMs: 500 });
});

test("somebody moved to the audience whose client goes on sending is heard by nobody", async ({
  arrive,
  intrude,
  adasRoom: { id, ada },
}) => {
  const cleo = await arrive("cleo");
  await openTheStage(ada, id);
  const intruder = await intrude();
  const asListener = await passOf(cleo, id);
  expect(await intruder.connect(asListener)).toBe("in");
  await ada.call("POST", `/api/rooms/${id}/offers/${cleo.id}`);
  const { media } = await cleo.call<{ media: { url: string; token: string } }>("POST", `/api/rooms/${id}/offer`);
  expect(await intruder.connect(media)).toBe("in");
  await intruder.send(TONES.cleo);
  await expectTone(ada.page, TONES.cleo);

  await ada.call("DELETE", `/api/rooms/${id}/stage/${cleo.id}`);
  await expectSilence(ada.page, TONES.cleo, { withinMs: 300 });
  await intruder.send(TONES.cleo);
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0, forMs: 2_500 });

  // The speaker's token is still good to LiveKit; the seat is not.
  expect(await intruder.connect(media)).toBe("in");
  await intruder.send(TONES.cleo);
  await expectSilence(ada.page, TONES.cleo, { withinMs: 0, forMs: 3_000 });
});
