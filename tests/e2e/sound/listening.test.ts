import { chromium, expect } from "@playwright/test";
import { expectSilence, expectSound, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectState, listen, openTheStage, room } from "@/tests/e2e/support/room-page";
import { TONES, timesAsked } from "@/tests/e2e/support/tone";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";

test("a guest opens the first page, taps the demo room and Listen, and hears it: no account, no microphone, no tricks", async ({
  arrive,
  product,
}) => {
  const { rooms } = await (await fetch(`${product.url}/api/rooms`)).json();
  const demo = rooms.find((each: { demo: boolean }) => each.demo);
  // The autoplay policy that everybody's browser has: only a tap lets it play.
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: QUIET_CHROMIUM });
  try {
    const { page } = await arrive("guest", { browser });
    await page.goto("/");
    await page.locator(`a[href="/rooms/${demo.id}"]`).first().click();
    await page.getByRole("button", { name: "Listen", exact: true }).click();
    await expectState(page, "live");
    await expectSound(page, { withinMs: 15_000 });
    expect(await timesAsked(page)).toBe(0);
    await expect(page.getByRole("link", { name: "Sign in to speak" })).toBeVisible();
  } finally {
    await browser.close();
  }
});

test("media library comes with no page's first load, and is there before the tap", async ({ arrive, adasRoom }) => {
  const { page } = await arrive("guest");
  // Addresses alone are kept: a body that is still on its way when its page is left cannot be read any more.
  const scripts: { address: string; early: boolean }[] = [];
  let early = true;
  page.on("load", () => {
    early = false;
  });
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push({ address: response.url(), early });
  });
  for (const path of ["/", "/sign-in", `/rooms/${adasRoom.id}`]) {
    early = true;
    await page.goto(path);
  }
  const isLibrary = async ({ address }: { address: string }) =>
    (await (await fetch(address)).text()).includes("livekit.JoinResponse");
  const first = scripts.filter((each) => each.early);
  expect(first.length).toBeGreaterThan(0);
  for (const script of first) expect(await isLibrary(script), script.address).toBe(false);
  await expect
    .poll(async () => (await Promise.all(scripts.filter((each) => !each.early).map(isLibrary))).some(Boolean))
    .toBe(true);
});

test("a room is joined, left and joined again with the keyboard alone", async ({ arrive, adasRoom: { id, ada } }) => {
  const { page } = await arrive("dev");
  await openTheStage(ada, id);
  await page.goto(`/rooms/${id}`);
  const walkTo = async (name: string) => {
    const wanted = page.getByRole("button", { name, exact: true });
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press("Tab");
      if (await wanted.evaluateAll((buttons) => buttons.includes(document.activeElement as HTMLElement))) return;
    }
    throw new Error(`The keyboard does not reach ${name}`);
  };
  await walkTo("Listen");
  await page.keyboard.press("Enter");
  await expectState(page, "live");
  await expectTone(page, TONES.ada);
  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: "Lower hand" })).toBeVisible();
  await walkTo("Leave quietly");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/$/);
  await expectSilence(page, TONES.ada);
});

test("a page speaks German to whoever reads German", async ({ arrive, adasRoom: { id, ada } }) => {
  const { page } = await arrive("guest", { locale: "de-DE" });
  await openTheStage(ada, id);
  await page.goto(`/rooms/${id}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("button", { name: "Zuhören", exact: true }).click();
  await expectState(page, "live");
  await expectTone(page, TONES.ada);
  await expect(page.getByRole("button", { name: "Leise gehen" })).toBeVisible();
});

test("nothing has to be scrolled sideways on the narrowest phone", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev", { viewport: { width: 320, height: 640 } });
  await openTheStage(ada, id);
  const expectNarrow = async (where: string) => {
    const width = await dev.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `width of ${where}`).toBeLessThanOrEqual(320);
  };
  for (const path of ["/", "/sign-in", "/rooms/new", "/people/ada", "/settings", `/rooms/${id}`]) {
    await dev.page.goto(path);
    await expectNarrow(path);
  }
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  await expectNarrow("the room from inside");
  await expect(room(dev.page).getByRole("button", { name: "Raise hand" })).toBeInViewport();
});
