import { expect, type Page } from "@playwright/test";
import { expectNoViolation } from "./support/axe";
import { expectTone } from "./support/hear";
import { test } from "./support/people";
import { expectRole, expectState, listen, openSound, openTheStage } from "./support/room-page";
import { TONES } from "./support/tone";

const THEMES = ["light", "dark"] as const;

const PAGES = [
  "/",
  "/sign-in",
  "/rooms/new",
  "/settings",
  "/notifications",
  "/people/ada",
  "/search?q=krugre",
  "/nowhere",
] as const;

/** The smallest phone that pages are made for (look.md). */
const NARROW = { width: 320, height: 640 };

for (const colorScheme of THEMES) {
  const when = colorScheme === "light" ? "day" : "night";
  test(`axe finds nothing on any page by ${when}`, async ({ arrive }) => {
    const { page } = await arrive("ada");
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of PAGES) {
      await page.goto(path);
      await expectNoViolation(page, path);
    }
  });

  test(`axe finds nothing in a room by ${when}`, async ({ arrive, adasRoom }) => {
    const { id, ada } = adasRoom;
    await ada.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const dev = await arrive("dev");
    await dev.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await dev.page.goto(`/rooms/${id}`);
    await expectNoViolation(dev.page, "the room from outside");
    await openTheStage(ada, id, dev);
    await dev.page.getByRole("button", { name: "Raise hand" }).click();
    await expect(ada.page.getByTestId("hands").locator(`[data-person="${dev.id}"]`)).toBeVisible();
    await expectNoViolation(dev.page, "the room as a listener");
    await expectNoViolation(ada.page, "the room as its host");
    await openSound(dev);
    await expectNoViolation(dev.page, "devices and sound");
    await dev.page.keyboard.press("Escape");
    await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
    await expect(dev.page.getByRole("button", { name: "Join stage" })).toBeVisible();
    await expectNoViolation(dev.page, "an invitation to the stage");
  });
}

test("a listener comes from the hallway to the stage and out again by keyboard alone", async ({ arrive, adasRoom }) => {
  const { id, title, ada } = adasRoom;
  await openTheStage(ada, id);
  const dev = await arrive("dev");
  const { page } = dev;
  await page.goto("/");
  await tabTo(page, "link", new RegExp(title));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/rooms/${id}`);
  await tabTo(page, "button", /^Listen$/);
  await page.keyboard.press("Enter");
  await expectState(page, "live");
  await expectTone(page, TONES.ada);

  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: "Lower hand" })).toHaveAttribute("aria-pressed", "true");
  await ada.call("POST", `/api/rooms/${id}/offers/${dev.id}`);
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, "button", /^Join stage$/);
  await page.keyboard.press("Enter");
  await expectRole(page, "speaker");
  await page.keyboard.press("m");
  await expectTone(ada.page, TONES.dev);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await tabTo(page, "button", /^Leave/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/$/);
});

test("nothing has to be scrolled sideways on the narrowest phone, in either direction of writing", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev", { viewport: NARROW });
  for (const path of [...PAGES, `/rooms/${id}`]) {
    await dev.page.goto(path);
    await expectNoSidewaysScroll(dev.page, path);
  }
  await openTheStage(ada, id, dev);
  await expectNoSidewaysScroll(dev.page, "inside the room");
  await ada.page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(ada.page, "the host's room");
});

test("whoever asked for less motion sees none", async ({ arrive, adasRoom: { id, ada } }) => {
  await openTheStage(ada, id);
  const dev = await arrive("dev");
  await dev.page.emulateMedia({ reducedMotion: "reduce" });
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  const moving = await dev.page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1).length,
  );
  expect(moving).toBe(0);
});

/** As far as a keyboard goes before one gives up. */
const MAX_TABS = 60;

async function tabTo(page: Page, role: "button" | "link", name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${name}`);
}

/** Left to right as the page is made, then turned round. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${where}, ${direction}`).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => {
    document.documentElement.dir = "ltr";
  });
}
