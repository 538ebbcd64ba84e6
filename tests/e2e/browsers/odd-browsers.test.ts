import { expect } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import {
  recordStates,
  statesSince,
  translate,
  withoutCountedAnswers,
  withoutCounters,
  withoutMeasuring,
  withoutSoundKeys,
  withoutWebRtc,
} from "@/tests/e2e/support/odd-browsers";
import { test } from "@/tests/e2e/support/people";
import { expectNotice, expectRole, listen, openTheStage, room } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Longer than any connection may be silent before it is held for dead. */
const QUIET_MS = 13_000;

test("a browser without WebRTC is told so, and takes no seat", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await dev.context.addInitScript(withoutWebRtc);
  await dev.page.goto(`/rooms/${id}`);
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectNotice(dev.page, "refused");
  await expect(dev.page.getByText("switched off WebRTC")).toBeVisible();
  const { room: present } = await dev.call<{ room: { openSeats: number } }>("GET", `/api/rooms/${id}`);
  expect(present.openSeats).toBe(1);
});

test("a browser that measures no microphone and knows no keys for sound lets one hear and speak", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await ada.context.addInitScript(withoutMeasuring);
  for (const { context } of [ada, dev]) await context.addInitScript(withoutSoundKeys);
  await openTheStage(ada, id);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
});

test("browsers that count less than others stay in a quiet room without a break", { tag: "@long" }, async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [dev, guest] = [await arrive("dev"), await arrive("guest")];
  await dev.context.addInitScript(withoutCounters);
  await guest.context.addInitScript(withoutCountedAnswers);
  await listen(ada, id);
  for (const person of [dev, guest]) {
    await listen(person, id);
    await recordStates(person.page);
  }
  await dev.page.waitForTimeout(QUIET_MS);
  for (const { page } of [dev, guest]) expect(await statesSince(page)).toEqual(["live"]);
});

test("a page that the browser translates goes on working, and shows what is true", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await dev.page.goto(`/rooms/${id}`);
  await translate(dev.page);
  await expect(dev.page.getByText("LISTEN", { exact: true })).toBeVisible();
  await dev.page.getByRole("button", { name: "LISTEN", exact: true }).click();
  await expectTone(dev.page, TONES.ada);
  await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
  await dev.page.getByRole("button", { name: "JOIN STAGE", exact: true }).click();
  await expectRole(dev.page, "speaker");
  const microphone = dev.page.getByTestId("microphone");
  for (const shown of ["UNMUTE", "MUTE", "UNMUTE"]) {
    await expect(microphone).toHaveText(shown);
    await microphone.click();
  }
  const guest = await arrive("guest");
  await listen(guest, id);
  await expect(dev.page.getByTestId("seats").first()).toContainText("2 ON STAGE, 1 LISTENING");
  await ada.call("DELETE", `/api/rooms/${id}`);
  await expect(room(dev.page)).toBeHidden();
  await expect(dev.page).toHaveURL(/\/$/);
});
