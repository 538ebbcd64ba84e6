import { expect, type Page } from "@playwright/test";
import ar from "@/lib/i18n/ar.json" with { type: "json" };
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectState, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

const PHONE = { width: 390, height: 844 };

test("whoever reads Arabic finds a room, hears it, raises a hand, leaves and settles their language, from right to left", async ({
  arrive,
  product,
  adasRoom: { id, title, ada },
}) => {
  await openTheStage(ada, id);
  const { page } = await arrive("dev", { locale: "ar-EG", viewport: PHONE });
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  await page.goto("/");
  await expectRightToLeft(page, "the hallway");
  await expectNoViolation(page, "the hallway");
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL(`**/rooms/${id}`);
  await button(ar.room.listen).click();
  await expectState(page, "live");
  await expectTone(page, TONES.ada);
  await expectRightToLeft(page, "the room");

  await button(ar.room.raiseHand).click();
  await expect(button(ar.room.lowerHand)).toHaveAttribute("aria-pressed", "true");
  await expect(ada.page.getByTestId("hands").getByText("Dev Patel")).toBeVisible();
  await page.getByTestId("open-chat").click();
  await expect(page.getByLabel(ar.chat.write.room)).toBeVisible();
  await expectRightToLeft(page, "the chat");
  await expectNoViolation(page, "the chat over the room");
  await page.keyboard.press("Escape");

  await ada.context.addCookies([{ name: "plenum-locale", value: "ar", url: product.url }]);
  await ada.page.reload();
  await expectState(ada.page, "live");
  await expectRightToLeft(ada.page, "the host's desk");
  // Onward is to the left.
  await ada.page.getByRole("tab", { name: ar.room.panels.hands }).press("ArrowLeft");
  await expect(ada.page.getByRole("tab", { name: ar.room.panels.chat })).toBeFocused();

  await button(ar.room.leave).click();
  await page.waitForURL(/\/$/);
  await expectSilence(page, TONES.ada);
  await page.goto("/settings/appearance");
  await expectRightToLeft(page, "the settings");
  await expectNoViolation(page, "the settings");
  await page.locator("#main").getByText("Deutsch", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await page.locator("#main").getByText("العربية", { exact: true }).click();
  await expectRightToLeft(page, "the settings once more");
});

/** The page is Arabic, begins at the right, in a face of its own, and is no wider than the phone. */
async function expectRightToLeft(page: Page, where: string): Promise<void> {
  await expect(page.locator("html[lang=ar][dir=rtl]")).toBeVisible();
  const { over, begins, faces } = await page.evaluate(async () => {
    await document.fonts.ready;
    const { scrollWidth, clientWidth } = document.documentElement;
    const home = document.querySelector("header a")?.getBoundingClientRect().left ?? 0;
    const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
    return {
      over: scrollWidth - clientWidth,
      begins: home > clientWidth / 2,
      faces: loaded.map((face) => face.family),
    };
  });
  expect({ over, begins }, where).toEqual({ over: 0, begins: true });
  expect(faces.join(), where).toMatch(/arabic/i);
}
