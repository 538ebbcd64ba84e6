import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { fillHall } from "./screenshots/fill-hall.mjs";
import { askAndWrite, openRooms, signIn } from "./screenshots/fill-hallway.mjs";
import { runProduct } from "./screenshots/run-product.mjs";

/**
 * `npm run screenshots`: hallway, demo room, a host's desk and a full hall, by day and by night, on a desk and on a phone,
 * into docs/pictures/.
 * Starts a Plenum of its own, so that the pictures show the cast and nobody's real rooms.
 */
const DEBIAN_CHROMIUM = "/usr/bin/chromium";
const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const THEMES = { day: "light", night: "dark" };
/** Portraits drawn, rings lit, toasts gone. */
const SETTLE_MS = 2_500;

const product = await runProduct();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--autoplay-policy=no-user-gesture-required"],
});
try {
  mkdirSync(PICTURES, { recursive: true });
  const { demoId, adas } = await openRooms(browser, product.url);
  await askAndWrite(browser, product.url, adas.id);
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const [theme, colorScheme] of Object.entries(THEMES)) {
      const context = await browser.newContext({ baseURL: product.url, viewport, colorScheme, locale: "en-GB" });
      const page = await signIn(context, "Dev Patel");
      const keep = async (name) => {
        await page.waitForTimeout(SETTLE_MS);
        await page.screenshot({ path: `${PICTURES}${name}-${theme}-${screen}.png` });
      };
      await page.goto("/");
      await keep("hallway");
      await page.goto(`/rooms/${demoId}`);
      await page.getByRole("button", { name: "Listen", exact: true }).click();
      await page.locator('[data-testid="room"][data-state="live"]').waitFor();
      await keep("room");
      await context.close();
    }
  }
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await adas.page.emulateMedia({ colorScheme });
    await adas.page.waitForTimeout(SETTLE_MS);
    await adas.page.screenshot({ path: `${PICTURES}host-${theme}-desk.png` });
  }
  await fillHall(product.dataFolder, adas.id, { by: "dev", followed: 9 });
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const [theme, colorScheme] of Object.entries(THEMES)) {
      const context = await browser.newContext({ baseURL: product.url, viewport, colorScheme, locale: "en-GB" });
      const page = await signIn(context, "Dev Patel");
      await page.goto(`/rooms/${adas.id}`);
      await page.getByRole("button", { name: "Listen", exact: true }).click();
      await page.locator('[data-testid="room"][data-state="live"]').waitFor();
      await page.getByText("Hall", { exact: true }).click();
      // In the middle, where nothing that floats stands before it.
      await page.getByTestId("seat-map").evaluate((map) => map.scrollIntoView({ block: "center" }));
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: `${PICTURES}hall-${theme}-${screen}.png` });
      await context.close();
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
