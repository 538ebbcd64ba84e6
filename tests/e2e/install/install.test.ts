import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";

/** What the browser says once a page may be installed, until the page keeps it; the tests' browser offers nothing by itself. */
const offer = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => window.dispatchEvent(new Event("beforeinstallprompt", { cancelable: true }))))
    .toBe(false);

test("the app can be installed, offers itself after the first room that somebody leaves, once, and says when it is offline", async ({
  arrive,
  adasRoom: { id },
}) => {
  const dev = await arrive("dev");
  const { page } = dev;
  const hint = page.getByRole("region", { name: "Plenum as an app" });
  await page.goto("/");
  const browser = await dev.context.newCDPSession(page);
  const manifest = await browser.send("Page.getAppManifest");
  expect(manifest.errors).toEqual([]);
  const { icons, share_target } = JSON.parse(manifest.data ?? "{}");
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
  expect(share_target).toBeDefined();
  for (const { src } of icons) expect((await dev.context.request.get(src)).status()).toBe(200);

  await offer(page);
  await expect(hint).toBeHidden();
  await listen(dev, id);
  await offer(page);
  await expect(hint).toBeHidden();
  await page.getByRole("button", { name: "Leave quietly" }).click();
  await page.goto("/");
  await offer(page);
  await expect(hint).toBeVisible();
  await hint.getByRole("button", { name: "No, thanks" }).click();
  await expect(hint).toBeHidden();
  await page.goto("/");
  await offer(page);
  await expect(hint).toBeHidden();

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await dev.context.setOffline(true);
  await page.goto("/search");
  await expect(page.getByRole("heading", { name: /offline/i })).toBeVisible();
  await dev.context.setOffline(false);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Search" })).toBeVisible();
});
