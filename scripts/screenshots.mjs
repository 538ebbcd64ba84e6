import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { openSearch, pictureEveryPage } from "./screenshots/every-page.mjs";
import { fillHall } from "./screenshots/fill-hall.mjs";
import { askAndWrite, openRooms, signIn } from "./screenshots/fill-hallway.mjs";
import { keepOrder } from "./screenshots/keep-order.mjs";
import { language, locale, words } from "./screenshots/language.mjs";
import { openFamily } from "./screenshots/open-family.mjs";
import { planShows } from "./screenshots/plan-shows.mjs";
import { recordRoom, showReplay } from "./screenshots/record-room.mjs";
import { runProduct } from "./screenshots/run-product.mjs";
import { signUp } from "./screenshots/sign-up.mjs";
import { chromiumPath } from "./test/find-chromium.mjs";

/**
 * `npm run screenshots`: hallway with its search, profile, notifications, settings, demo room, a newcomer's welcome, shows with their plan, guests and backstage, a replay, its figures, an admin's dashboard and reports, a host's desk, a full hall and a family of halls, by day and by night, on a desk and
 * on a phone, into docs/pictures/. With `-- --language=ar`, in that language and of every page besides, into .plenum/pictures/ar/, to
 * be looked through.
 * Starts a Plenum of its own, so that the pictures show the cast and nobody's real rooms.
 */
const FOLDER = language === "en" ? "../docs/pictures/" : `../.plenum/pictures/${language}/`;
const PICTURES = fileURLToPath(new URL(FOLDER, import.meta.url));
const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const THEMES = { day: "light", night: "dark" };
/** Portraits drawn, rings lit, toasts gone. */
const SETTLE_MS = 2_500;

/** Whoever speaks in a picture is a tone that comes and goes. */
const MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

const product = await runProduct();
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--autoplay-policy=no-user-gesture-required",
    ...MICROPHONE,
  ],
});
try {
  mkdirSync(PICTURES, { recursive: true });
  // Before Ada leads a room, which she would have to hand over first.
  const shows = await planShows(browser, product.url);
  await eachLook(async (page, look) => {
    const paths = { shows: "/shows", show: shows.showPath, episode: shows.episodePath, guest: shows.guestPath };
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      await keep(page, `${name}-${look}`);
    }
  });
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await shows.page.emulateMedia({ colorScheme });
    await shows.page.goto(`${shows.showPath}/plan`);
    await keep(shows.page, `plan-${theme}-desk`);
    await shows.page.goto(`${shows.episodePath}/plan`);
    await keepWhole(shows.page, `prepare-${theme}-desk`);
    await shows.page.goto(shows.soonPath);
    await listen(shows.page, words.guests.backstage.enter);
    await keep(shows.page, `backstage-${theme}-desk`);
    await shows.page.request.delete(`/api${shows.soonPath}/seat`);
  }
  const replay = await recordRoom(browser, product.url);
  await eachLook(async (page, look) => {
    await showReplay(page, replay);
    await keep(page, `replay-${look}`);
  });
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await shows.page.emulateMedia({ colorScheme });
    await shows.page.goto(`${replay.path}/figures`);
    await keepWhole(shows.page, `figures-${theme}-desk`);
  }
  const order = await keepOrder(browser, product);
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await order.emulateMedia({ colorScheme });
    await order.goto("/admin");
    await keepWhole(order, `dashboard-${theme}-desk`);
    await order.goto("/admin/reports");
    await keep(order, `reports-${theme}-desk`);
    await order.locator("[data-case] a").first().click();
    await order.waitForURL(/reports\/./);
    await keepWhole(order, `case-${theme}-desk`);
  }
  await order.context().close();
  const { demoId, adas } = await openRooms(browser, product.url);
  await askAndWrite(browser, product.url, adas.id);
  await eachLook(async (page, look) => {
    await page.goto("/");
    await keep(page, `hallway-${look}`);
    await openSearch(page, (name) => keep(page, `${name}-${look}`));
    for (const [name, path] of Object.entries({
      profile: "/people/ada",
      notifications: "/notifications",
      settings: "/settings",
    })) {
      await page.goto(path);
      await keep(page, `${name}-${look}`);
    }
    await page.goto(`/rooms/${demoId}`);
    await listen(page);
    await keep(page, `room-${look}`);
  });
  await eachLook(
    async (page, look) => {
      for (const step of ["name", "tastes", "people"]) {
        await page.goto(`/welcome?step=${step}`);
        await keep(page, `welcome-${step}-${look}`);
      }
    },
    (context, look) => signUp(context, "Nina", look),
  );
  if (language !== "en")
    await eachLook((page, look) => pictureEveryPage(page, demoId, (name) => keep(page, `${name}-${look}`)));
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await adas.page.emulateMedia({ colorScheme });
    await keep(adas.page, `host-${theme}-desk`);
  }
  const hall = { by: "dev", followed: 9, leave: 60 };
  await eachLook(async (page, look) => {
    await fillHall(product.dataFolder, adas.id, hall);
    await page.goto(`/rooms/${adas.id}`);
    await listen(page);
    await page.getByText(words.roster.hall, { exact: true }).click();
    // In the middle, where nothing that floats stands before it.
    await page.getByTestId("seat-map").evaluate((map) => map.scrollIntoView({ block: "center" }));
    await keep(page, `hall-${look}`);
    await page.request.delete(`/api/rooms/${adas.id}/seat`);
  });
  const { overflowId, fill } = await openFamily(browser, product, adas);
  await eachLook(async (page, look) => {
    await fill();
    await page.goto(`/rooms/${adas.id}`);
    await listen(page);
    await keep(page, `overflow-${look}`);
    await page.request.delete(`/api/rooms/${overflowId}/seat`);
  });
  await adas.page.getByRole("tab", { name: words.room.panels.halls }).click();
  for (const [theme, colorScheme] of Object.entries(THEMES)) {
    await fill();
    await adas.page.emulateMedia({ colorScheme });
    await keep(adas.page, `halls-${theme}-desk`);
  }
} finally {
  await browser.close();
  await product.stop();
}

/** The page of Dev, or whom `enter` lets in, in each size and theme, with a browser of its own each. */
async function eachLook(show, enter = (context) => signIn(context, "Dev Patel")) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const [theme, colorScheme] of Object.entries(THEMES)) {
      const context = await browser.newContext({ baseURL: product.url, viewport, colorScheme, locale });
      const look = `${theme}-${screen}`;
      await show(await enter(context, look), look);
      await context.close();
    }
  }
}

async function listen(page, name = words.room.listen) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator('[data-testid="room"][data-state="live"]').waitFor();
}

async function keep(page, name, fullPage = false) {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage });
}

/** A page that is read from top to bottom. */
async function keepWhole(page, name) {
  await keep(page, name, true);
}
