import { expect } from "@playwright/test";
import type { FreshGuestLink } from "@/lib/wire/guests/views";
import { expectSilence, expectTone, gapsSince, loudest, recordGaps } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { planRoom } from "@/tests/e2e/support/planned-room";
import { expectRole, expectState, room, speak } from "@/tests/e2e/support/room-page";
import { giveMicrophone, TONES } from "@/tests/e2e/support/tone";

/** Nobody signs in as Cleo here. */
const GUESTS_TONE = TONES.cleo;

async function goBackstage({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Go backstage" }).click();
  await expectState(page, "live");
}

test("a guest by link is heard backstage by the host alone, then live by everyone, and comes into the full room again", async ({
  arrive,
  product,
}) => {
  const [ada, dev, ben] = [await arrive("ada"), await arrive("dev"), await arrive("ben")];
  const roomId = await planRoom(product.dataFolder, { hostId: ada.id, inMinutes: 10, capacity: 3 });
  const made = await ada.call<FreshGuestLink>(
    "POST",
    `/api/rooms/${roomId}/guests`,
    { name: "Grace", shown: true },
    201,
  );

  const grace = await arrive("guest", { ownMicrophone: true });
  await giveMicrophone(grace.context, GUESTS_TONE);
  await grace.page.goto(made.url);
  await grace.page.getByLabel("The name others see").fill("Grace Hopper");
  await grace.page.getByRole("button", { name: "I will come" }).click();
  const invitation = grace.page.getByTestId("invitation");
  await expect(invitation).toHaveAttribute("data-state", "accepted");
  await grace.page.getByRole("button", { name: "Test the microphone" }).click();
  await expect(grace.page.getByText("Your microphone works.")).toBeVisible();

  // A browser to which the link was passed on gets in nowhere, and the host is asked.
  const other = await arrive("guest");
  await other.page.goto(made.url);
  await other.page.getByRole("button", { name: "Yes, this is me" }).click();
  await expect(other.page.getByTestId("invitation")).toHaveAttribute("data-standing", "claimed");
  await other.call("POST", `/api/rooms/${roomId}/seat`, {}, 409);

  await ada.page.goto(`/rooms/${roomId}`);
  await goBackstage(ada);
  await expectRole(ada.page, "host");
  await invitation.getByRole("link", { name: "Go backstage" }).click();
  await goBackstage(grace);
  await expectRole(grace.page, "speaker");
  await expect(ada.page.getByTestId("backstage")).toBeVisible();

  // The audience waits outside: it reads of the guest, hears nothing, and is given no seat.
  await dev.page.goto(`/rooms/${roomId}`);
  await expect(dev.page.getByTestId("waiting")).toContainText("waits here");
  await expect(dev.page.getByText("Grace Hopper")).toBeVisible();
  await dev.call("POST", `/api/rooms/${roomId}/seat`, {}, 409);
  await speak(ada);
  await speak(grace);
  await expectTone(ada.page, GUESTS_TONE);
  await expectTone(grace.page, TONES.ada);
  for (const tone of [TONES.ada, GUESTS_TONE]) await expectSilence(dev.page, tone, { withinMs: 0 });

  // Ada's and Grace's sound goes on over the moment, and Dev's page becomes the room's door.
  for (const { page } of [ada, grace]) await recordGaps(page);
  await ada.page.getByTestId("backstage").getByRole("button", { name: "Go live" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Go live" }).click();
  await expect(ada.page.getByTestId("backstage")).toHaveCount(0);
  await expect(grace.page.getByTestId("backstage")).toHaveCount(0);
  expect(await loudest(ada.page, GUESTS_TONE)).toBeGreaterThan(-50);
  for (const { page } of [ada, grace]) {
    const { longestMs, measuredMs } = await gapsSince(page);
    expect(measuredMs).toBeGreaterThan(1_000);
    expect(longestMs, "the longest silence while going live, in ms").toBeLessThan(300);
  }
  await dev.page.getByRole("button", { name: "Come in" }).click();
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(dev.page, "live");
  await expectTone(dev.page, GUESTS_TONE);
  await expectTone(dev.page, TONES.ada);

  // Three seats, all taken; the guest's stays theirs.
  await grace.page.getByRole("button", { name: "Leave quietly" }).click();
  await expect(room(grace.page)).not.toHaveAttribute("data-state", "live");
  const full = await ben.context.request.post(`/api/rooms/${roomId}/seat`, { data: {} });
  expect([full.status(), (await full.json()).error.code]).toEqual([409, "room_full"]);
  await grace.page.goto(`/rooms/${roomId}`);
  await grace.page.getByRole("button", { name: "Go on stage" }).click();
  await expectState(grace.page, "live");
  await expectRole(grace.page, "speaker");
  await speak(grace);
  await expectTone(dev.page, GUESTS_TONE);
  await ada.call("DELETE", `/api/rooms/${roomId}`);
});
