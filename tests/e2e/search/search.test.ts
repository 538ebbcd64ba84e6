import { expect, type Page } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { expectTone, gapsSince, recordGaps } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Shorter than a syllable lost twice over. */
const LONGEST_GAP_MS = 400;

const field = (page: Page) => page.getByRole("combobox", { name: "Search people" });

test("by keyboard alone a listener finds somebody in spite of a mistake, lands on their page, and hears the room all the while", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);
  await recordGaps(dev.page);
  const { keyboard } = dev.page;

  await keyboard.press("Control+k");
  await expect(field(dev.page)).toBeFocused();
  await keyboard.type("Krügre");
  await expect(dev.page.getByRole("option", { name: /Ada Krüger/ })).toBeVisible();
  await expectNoViolation(dev.page, "the search with results");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("cloe");
  const option = dev.page.getByRole("option", { name: /Cleo Marin/ });
  await expect(option).toHaveAttribute("aria-selected", "false");
  await keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(field(dev.page)).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
  await keyboard.press("Enter");
  await expect(dev.page).toHaveURL(/\/people\/cleo$/);
  await expect(dev.page.getByRole("heading", { name: "Cleo Marin" })).toBeVisible();
  await expect(dev.page.getByTestId("room-bar")).toBeVisible();

  await keyboard.press("Control+k");
  await expect(dev.page.getByRole("button", { name: "cloe" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(field(dev.page)).toHaveCount(0);
  await expect(dev.page).toHaveURL(/\/people\/cleo$/);
  await keyboard.press("Control+k");
  await keyboard.type("nobody of that name");
  await expect(dev.page.getByText("Nothing found for")).toBeVisible();
  await keyboard.press("Enter");
  await expect(dev.page).toHaveURL(/\/search\?q=nobody/);
  await expectTone(dev.page, TONES.ada);
  const gaps = await gapsSince(dev.page);
  expect(gaps.longestMs).toBeLessThan(LONGEST_GAP_MS);
  expect(gaps.missedMs).toBeLessThan(LONGEST_GAP_MS);
});

test("without script the search is a page with a plain form", async ({ browser, product }) => {
  const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, locale: "en" });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  await page.getByRole("searchbox").fill("krugre");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/search\?q=krugre/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Ada Krüger/ })
    .click();
  await expect(page).toHaveURL(/\/people\/ada$/);
  await context.close();
});
