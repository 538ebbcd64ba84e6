import { expect, type Page } from "@playwright/test";
import { expectSilence, expectTone, gapsSince, recordGaps } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectRole, expectState, openTheStage, openTheStageWith } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Shorter than a syllable lost twice over; the swelling of the tone itself is no gap. */
const LONGEST_GAP_MS = 400;

const bar = (page: Page) => page.getByTestId("room-bar");

test("a listener walks through every page and back, and the sound never stops", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [dev, guest] = [await arrive("dev"), await arrive("guest")];
  await openTheStage(ada, id, dev, guest);
  for (const { page } of [dev, guest]) {
    await expectTone(page, TONES.ada);
    await recordGaps(page);
  }
  await goHome(dev);
  await goByMenu(dev, "Dev", /\/people\/dev$/);
  await goByMenu(dev, "Settings", /\/settings$/);
  await go(dev, dev.page.getByRole("link", { name: "Open a room" }), /\/rooms\/new$/);
  await dev.page.goBack();
  await expect(dev.page).toHaveURL(/\/settings$/);
  await expect(bar(dev.page)).toBeVisible();
  await dev.page.getByRole("link", { name: /Back to the room/ }).click();
  await expectState(dev.page, "live");
  await expect(bar(dev.page)).toHaveCount(0);
  await goHome(guest);
  await go(guest, guest.page.getByRole("banner").getByRole("link", { name: "Sign in" }), /\/sign-in/);
  await guest.page.goBack();
  await guest.page.goBack();
  await expectState(guest.page, "live");
  for (const { page } of [dev, guest]) {
    const gaps = await gapsSince(page);
    expect(gaps.longestMs).toBeLessThan(LONGEST_GAP_MS);
    expect(gaps.missedMs).toBeLessThan(LONGEST_GAP_MS);
    expect(gaps.measuredMs).toBeGreaterThan(1_000);
  }
});

test("on a narrow phone, by keyboard alone, a hand goes up from the bar, and the stage is joined, spoken from and left", async ({
  arrive,
  adasRoom: { id, ada, title },
}) => {
  const dev = await arrive("dev", { viewport: { width: 320, height: 640 } });
  await openTheStage(ada, id, dev);
  await goHome(dev);
  const { keyboard } = dev.page;
  const press = (name: string) => dev.page.getByRole("button", { name, exact: true });
  await expect(bar(dev.page)).toHaveAccessibleName(`In the room ${title}`);

  await dev.page.getByRole("link", { name: /Back to the room/ }).focus();
  await keyboard.press("Tab");
  await expect(press("Raise hand")).toBeFocused();
  await keyboard.press("Enter");
  const hand = ada.page.getByTestId("hands").locator(`ol [data-person="${dev.id}"]`);
  await expect(hand).toBeVisible();
  await expect(press("Lower hand")).toBeFocused();
  await keyboard.press("Enter");
  await expect(hand).toHaveCount(0);
  await keyboard.press("Enter");
  await hand.getByRole("button", { name: /^Invite/ }).click();

  await expect(dev.page.getByTestId("bar-offer")).toContainText("invites you to the stage");
  await expectInside(dev.page);
  await press("Join stage").focus();
  await keyboard.press("Enter");
  const microphone = dev.page.getByTestId("bar-microphone");
  await expect(microphone).toHaveAttribute("data-on", "false");
  await expectSilence(ada.page, TONES.dev, { withinMs: 0 });
  await microphone.focus();
  await keyboard.press("Enter");
  await expectTone(ada.page, TONES.dev);
  await keyboard.press("Enter");
  await expectSilence(ada.page, TONES.dev);
  await expectInside(dev.page);

  await keyboard.press("Tab");
  await expect(press("Leave quietly")).toBeFocused();
  await keyboard.press("Enter");
  await expectSilence(dev.page, TONES.ada, { withinMs: 300 });
  await expect(bar(dev.page)).toHaveCount(0);
  await expect(ada.page.getByTestId("on-stage")).toHaveCount(1);
});

test("from the bar an offer can wait, and a question goes up again with a hand that was lowered by mistake", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await dev.call("POST", `/api/rooms/${id}/hand`, { question: "Why at night?" });
  const hand = ada.page.getByTestId("hands").locator(`ol [data-person="${dev.id}"]`);
  await dev.page.reload();
  await expectState(dev.page, "live");
  await goHome(dev);
  await bar(dev.page).getByRole("button", { name: "Lower hand" }).click();
  await expect(hand).toHaveCount(0);
  await dev.page.getByRole("button", { name: "Raise it again" }).click();
  await expect(hand).toContainText("Why at night?");

  await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
  await bar(dev.page).getByRole("button", { name: "Maybe later" }).click();
  await expect(ada.page.getByTestId("offers")).toHaveCount(0);
  await expect(bar(dev.page).getByRole("button", { name: "Raise hand" })).toBeVisible();
  await expectTone(dev.page, TONES.ada);
});

test("whoever leads the room alone is asked in the bar, too, what becomes of it", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStageWith(ada, dev, id);
  await expect(ada.page.locator(`[data-testid="on-stage"][data-person="${dev.id}"]`)).toBeVisible();
  await goHome(ada);
  await bar(ada.page).getByRole("button", { name: "Leave quietly" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: /Dev/ }).click();
  await expect(bar(ada.page)).toHaveCount(0);
  await expectRole(dev.page, "host");
});

test("a link that is tapped without a network keeps the page and its room", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await goHome(dev);
  const address = dev.page.url();
  await dev.context.setOffline(true);
  await dev.page.getByRole("banner").getByRole("link", { name: "Open a room" }).click();
  await expect(dev.page.getByText("You are offline.")).toBeVisible();
  expect(dev.page.url()).toBe(address);
  await dev.context.setOffline(false);
  await dev.page.getByRole("banner").getByRole("link", { name: "Open a room" }).click();
  await expect(dev.page).toHaveURL(/\/rooms\/new$/);
  await expect(bar(dev.page)).toBeVisible();
});

async function go({ page }: Person, link: ReturnType<Page["getByRole"]>, address: RegExp): Promise<void> {
  await link.click();
  await expect(page).toHaveURL(address);
  await expect(bar(page)).toHaveAttribute("data-state", "live");
}

const goHome = (person: Person): Promise<void> =>
  go(person, person.page.getByRole("banner").getByRole("link", { name: /Plenum/ }), /\/$/);

async function goByMenu(person: Person, entry: string, address: RegExp): Promise<void> {
  await person.page.getByRole("banner").getByRole("button", { name: "Menu" }).click();
  await go(person, person.page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: entry }), address);
}

/** Nothing of the bar lies outside of the screen, and the page does not scroll sideways for it. */
async function expectInside(page: Page): Promise<void> {
  const outside = await bar(page).evaluate((aside) =>
    [aside, ...aside.querySelectorAll("a, button")]
      .map((each) => each.getBoundingClientRect())
      .some(({ left, right, bottom }) => left < 0 || right > innerWidth || bottom > innerHeight),
  );
  expect(outside).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
