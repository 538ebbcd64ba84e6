import { expect } from "@playwright/test";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectRole, expectState, listen, openTheStage, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Takes somebody, by the click that everyone makes, to where the door places them; then their page is there, too. */
async function overflowWith(person: Person, roomId: string): Promise<string> {
  const { seat } = await person.call<JoinAnswer>("POST", `/api/rooms/${roomId}/seat`);
  expect(seat.roomId).not.toBe(roomId);
  await listen(person, seat.roomId);
  return seat.roomId;
}

test("the host listens in to a hall without being seen there, and its talk goes on with sound when the main room ends", {
  tag: "@long",
}, async ({ arrive }) => {
  test.setTimeout(180_000);
  const [ada, ben, dev, cleo] = await Promise.all([arrive("ada"), arrive("ben"), arrive("dev"), arrive("cleo")]);
  const fields = { title: "A hall too small", capacity: 2, reserve: 0 };
  const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", fields, 201);
  await openTheStage(ada, room.id);
  await ben.call("POST", `/api/rooms/${room.id}/seat`);
  const hallId = await overflowWith(dev, room.id);
  await dev.call("POST", `/api/rooms/${hallId}/leader`);
  await expectRole(dev.page, "moderator");
  await speak(dev);
  expect(await overflowWith(cleo, room.id)).toBe(hallId);
  await expectTone(cleo.page, TONES.dev);
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });

  await ada.page.getByRole("tab", { name: "Halls" }).click();
  const tile = ada.page.locator('[data-testid="hall"][data-hall="1"]');
  await expect(tile).toContainText("2 of 2 seats");
  await expect(tile).toContainText("1 person talks there");
  await tile.getByRole("button", { name: "Listen in to overflow 1" }).click();
  await expectTone(ada.page, TONES.dev);
  await ada.page.getByRole("tab", { name: "Chat" }).click();
  const bar = ada.page.getByTestId("listening-in");
  await expect(bar).toContainText("Listening in to overflow 1");
  await expectTone(ada.page, TONES.dev);
  const seen = await cleo.call<{ stage: { id: string }[]; room: { openSeats: number } }>("GET", `/api/rooms/${hallId}`);
  expect(seen.stage.map(({ id }) => id)).toEqual([dev.id]);
  expect(seen.room.openSeats).toBe(2);
  // The sweep finds the connection and leaves it alone.
  await ada.page.waitForTimeout(6_000);
  await expectTone(ada.page, TONES.dev);
  await bar.getByRole("button", { name: "Stop" }).click();
  await expectSilence(ada.page, TONES.dev);
  await expect(bar).toHaveCount(0);

  await ada.call("DELETE", `/api/rooms/${room.id}`);
  await expectState(ada.page, "ended");
  await expectRole(dev.page, "host");
  await expectState(cleo.page, "live");
  await expectTone(cleo.page, TONES.dev);
  await cleo.page.waitForTimeout(3_000);
  await expectTone(cleo.page, TONES.dev);
  await dev.call("DELETE", `/api/rooms/${hallId}`);
  await expectState(cleo.page, "ended");
});
