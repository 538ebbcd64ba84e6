import { expect } from "@playwright/test";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { expectNotice, expectRole, expectState, mineOf, openTheStage, speak } from "@/tests/e2e/support/room-page";
import { type Scene, test } from "@/tests/e2e/support/scene-of-four";
import { TONES } from "@/tests/e2e/support/tone";

/** Until the sound must be back after the network is. */
const BACK_WITHIN_MS = 15_000;

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

/** All three are cut off for so long, then hear Ben again without a tap. Answers what each held before and after. */
async function cutOff({ roomId, ada, cleo, dev, networks }: Scene, seconds: number) {
  const people = [ada, cleo, dev];
  const before = await Promise.all(people.map((person) => mineOf(person, roomId)));
  for (const network of networks) network.cut();
  await wait(seconds);
  for (const network of networks) network.mend();
  await Promise.all(people.map(({ page }) => expectTone(page, TONES.ben, { withinMs: BACK_WITHIN_MS })));
  await Promise.all(people.map(({ page }) => expectState(page, "live")));
  const after = await Promise.all(people.map((person) => mineOf(person, roomId)));
  return { before, after };
}

test("after 5 s without a network everyone sits, hears, talks and waits in the queue as before", async ({ scene }) => {
  const { before, after } = await cutOff(scene, 5);
  expect(after).toEqual(before);
  expect(after[2]?.handQuestion).toBe("Why at night?");
  await expectTone(scene.ben.page, TONES.ada);
  await expectTone(scene.ben.page, TONES.cleo);
  await expectTone(scene.dev.page, TONES.ada);
  await expectNotice(scene.cleo.page, "");
  await expectNotice(scene.dev.page, "");
});

test("an offer made in a tunnel is seen after it, and taken", async ({
  arrive,
  openNetwork,
  adasRoom: { id, ada },
}) => {
  const network = await openNetwork();
  const dev = await arrive("dev", { network });
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);
  network.cut();
  await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
  await wait(5);
  await expect(dev.page.getByRole("button", { name: "Join stage" })).toHaveCount(0);
  network.mend();
  await dev.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(dev.page, "speaker");
  await speak(dev);
  await expectTone(ada.page, TONES.dev);
});

test("after 20 s without a network everyone is back in their seat, and whoever spoke is muted and told", {
  tag: "@long",
}, async ({ scene }) => {
  test.setTimeout(120_000);
  const { ada, ben, cleo } = scene;
  const { before, after } = await cutOff(scene, 21);
  expect(after.map(({ seat }) => seat?.id)).toEqual(before.map(({ seat }) => seat?.id));
  expect(after[2]).toMatchObject({ handQuestion: "Why at night?", handRaisedAt: before[2]?.handRaisedAt });
  for (const { page } of [ada, cleo]) await expectNotice(page, "microphoneOff");
  await expectSilence(ben.page, TONES.ada, { withinMs: 0 });
  await expectSilence(ben.page, TONES.cleo, { withinMs: 0 });
  await speak(ada);
  await expectTone(ben.page, TONES.ada);
  await speak(cleo);
  await expectTone(ben.page, TONES.cleo);
});

test("after 60 s without a network the stage is still theirs, and a listener comes in anew and is told", {
  tag: "@long",
}, async ({ scene }) => {
  test.setTimeout(180_000);
  const { ada, ben, cleo, dev } = scene;
  const { before, after } = await cutOff(scene, 60);
  expect(after.slice(0, 2).map(({ seat }) => seat?.id)).toEqual(before.slice(0, 2).map(({ seat }) => seat?.id));
  for (const { page } of [ada, cleo]) await expectNotice(page, "microphoneOff");
  await expectRole(ada.page, "host");
  await expectRole(cleo.page, "speaker");
  await speak(cleo);
  await expectTone(ben.page, TONES.cleo);
  expect(after[2]?.seat).toMatchObject({ role: "listener" });
  expect(after[2]?.seat?.id).not.toBe(before[2]?.seat?.id);
  expect(after[2]?.handRaisedAt).toBeNull();
  await expectNotice(dev.page, "seatLost");
});
