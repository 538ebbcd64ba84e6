import { expect } from "@playwright/test";
import { expectSilence, expectTone, soundOf } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import {
  expectNotice,
  expectRole,
  expectState,
  listen,
  openTheStage,
  openTheStageWith,
  room,
  speak,
} from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { pidOf } from "@/tests/support/running";

test("a reload keeps seat and role, muted, and nobody presses anything to hear again", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectTone(ada.page, TONES.dev);

  await dev.page.reload();
  await expectState(dev.page, "live");
  await expectRole(dev.page, "speaker");
  await expect(dev.page.getByTestId("microphone")).toHaveAttribute("data-on", "false");
  await expectTone(dev.page, TONES.ada);
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });

  await speak(dev);
  await expectTone(ada.page, TONES.dev);
});

test("a second tab takes the seat over, and the first one says so", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);

  const secondTab = await dev.context.newPage();
  await listen({ ...dev, page: secondTab }, id);
  await expectTone(secondTab, TONES.ada);
  await expectNotice(dev.page, "moved");
  await expectSilence(dev.page, TONES.ada, { withinMs: 0 });
  await expectState(secondTab, "live");
});

test("whoever joins another room leaves the first one quietly", async ({ arrive, adasRoom: { id, ada } }) => {
  const ben = await arrive("ben");
  const dev = await arrive("dev");
  const { room: other } = await ben.call<{ room: { id: string } }>("POST", "/api/rooms", { title: "Elsewhere" }, 201);
  await openTheStage(ada, id);
  await listen(ben, other.id);
  await speak(ben);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);

  await listen(dev, other.id);
  await expectTone(dev.page, TONES.ben);
  await expectSilence(dev.page, TONES.ada, { withinMs: 0 });
  const seats = await ada.call<{ audience: { id: string }[] }>("GET", `/api/rooms/${id}`);
  expect(seats.audience.map((person) => person.id)).not.toContain(dev.id);
  await ben.call("DELETE", `/api/rooms/${other.id}`);
});

test("a room goes on in a bar while one looks around", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);

  await dev.page
    .getByRole("link", { name: /Plenum/ })
    .first()
    .click();
  await expect(dev.page).toHaveURL(/\/$/);
  expect((await soundOf(dev.page, TONES.ada)).playing).toBeGreaterThan(0);
  await expectTone(dev.page, TONES.ada);
  await dev.page.getByRole("link", { name: /Back to the room/ }).click();
  await expectState(dev.page, "live");
});

test("a killed media server is back with sound within 20 s, and nobody taps anything or loses a seat", async ({
  arrive,
  product,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(90_000);
  const dev = await arrive("dev");
  await openTheStageWith(ada, dev, id);
  await speak(dev);
  await expectTone(dev.page, TONES.ada);
  await expectTone(ada.page, TONES.dev);

  process.kill(pidOf(product.dataFolder, "livekit"), "SIGKILL");
  const killedAt = Date.now();
  await expectSilence(dev.page, TONES.ada, { withinMs: 5_000, forMs: 300 });
  await expectTone(dev.page, TONES.ada, { withinMs: 20_000 - (Date.now() - killedAt) });
  await expectTone(ada.page, TONES.dev, { withinMs: 20_000 - (Date.now() - killedAt) });
  await expectRole(dev.page, "speaker");
  await expectRole(ada.page, "host");
  await expect(room(dev.page)).toHaveAttribute("data-sound-blocked", "false");
});
