import { expect, type Page } from "@playwright/test";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { bringUp, expectRole, expectState, listen, openSheet, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

const PHONE = { width: 390, height: 844 };

const panel = (page: Page) => page.getByTestId("panel");
const openChat = (page: Page): Promise<void> => page.getByTestId("open-chat").click();

test("on a phone the chat leaves the stage and one's own microphone in view, and Esc closes it", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev", { viewport: PHONE });
  await openTheStage(ada, id, dev);
  await bringUp(ada, dev, id);
  await openChat(dev.page);
  const strip = panel(dev.page).getByTestId("stage-strip");
  await expect(strip.locator(`[data-person="${ada.id}"]`)).toHaveAttribute("data-speaking", "true");
  await expect(strip).toContainText("Ada");
  await panel(dev.page).getByRole("button", { name: "Unmute" }).click();
  await expectTone(ada.page, TONES.dev);
  await panel(dev.page).getByRole("button", { name: "Mute" }).click();
  await expectSilence(ada.page, TONES.dev);

  // Half of the screen is the keyboard's, and one still sees what one writes and who speaks.
  await dev.page.setViewportSize({ width: PHONE.width, height: 420 });
  await dev.page.getByRole("textbox", { name: "Write to everyone" }).click();
  await expect(dev.page.getByRole("textbox", { name: "Write to everyone" })).toBeInViewport({ ratio: 1 });
  await expect(strip).toBeInViewport({ ratio: 1 });
  await dev.page.setViewportSize(PHONE);

  await dev.page.keyboard.press("Escape");
  await expect(panel(dev.page)).toBeHidden();
  await expect(dev.page.getByTestId("microphone")).toBeVisible();
});

test("the faces of those who listen come before the picture of the hall", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev", { viewport: { width: 320, height: 568 } });
  // Whom somebody on stage follows has a section of its own, above the others.
  await ada.call("POST", `/api/people/${dev.id}/follow`);
  await openTheStage(ada, id, dev);
  const face = dev.page.getByTestId("audience").locator("[data-person]").first();
  await expect(face).toBeInViewport();
  // The door's bar gives way to the dock meanwhile.
  const room = async (): Promise<number> => {
    const [box, bar] = [await face.boundingBox(), await dev.page.getByTestId("bottom-bar").boundingBox()];
    return box && bar ? bar.y - box.y : 0;
  };
  await expect.poll(room).toBeGreaterThanOrEqual(52);
});

test("Back closes one layer after the other, and only then leaves the room's page", async ({
  arrive,
  adasRoom: { id, ada, title },
}) => {
  const dev = await arrive("dev", { viewport: PHONE });
  const { page } = dev;
  await openTheStage(ada, id);
  await page.goto("/settings");
  await page.goto("/");
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(page, "live");
  await ada.call("POST", `/api/rooms/${id}/chat`, { text: "Good evening" });

  await openChat(page);
  await panel(page).getByRole("button", { name: /^Ada/ }).click();
  const sheet = page.getByRole("dialog", { name: /Ada/ });
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await page.goBack();
  await expect(panel(page)).toBeHidden();
  await expectState(page, "live");

  // What was closed in another way costs no press of its own, nor does a page that was loaded anew in between.
  await openChat(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More", exact: true }).click();
  const inMenu = page.getByRole("button", { name: "Copy the link to this room" });
  await page.goBack();
  await expect(inMenu).toBeHidden();
  await openChat(page);
  await page.reload();
  await expectState(page, "live");
  await openChat(page);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByTestId("room-bar")).toBeVisible();
  await page.goForward();
  await expectState(page, "live");
  await expect(panel(page)).toBeHidden();
});

test("a link out of a layer leads on, and Back leads to the room", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev", { viewport: PHONE });
  const { page } = dev;
  await openTheStage(ada, id);
  await page.goto("/");
  await listen(dev, id);
  await openSheet(dev, ada);
  await page.getByRole("dialog").getByRole("link", { name: "Show profile" }).click();
  await expect(page).toHaveURL(/\/people\/ada$/);
  await page.goBack();
  await expectState(page, "live");
  await expectRole(page, "listener");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("what is opened from the menu gives the focus back to it, however it is closed", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  const { page } = dev;
  await openTheStage(ada, id);
  await listen(dev, id);
  const more = page.getByRole("button", { name: "More", exact: true });
  for (const [entry, close] of [
    ["Sound", () => page.getByRole("dialog").getByRole("button", { name: "Close" }).click()],
    ["Keys", () => page.keyboard.press("Escape")],
  ] as const) {
    await more.click();
    await page.getByRole("button", { name: entry, exact: true }).click();
    await expect(page.getByRole("dialog", { name: entry })).toBeVisible();
    await close();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(more).toBeFocused();
  }
});
