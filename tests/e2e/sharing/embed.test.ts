import { chromium, expect, type Frame, type Page } from "@playwright/test";
import { embedHtml } from "@/lib/domain/sharing/embed";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { openForeignSite } from "@/tests/e2e/support/foreign-site";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { openTheStage } from "@/tests/e2e/support/room-page";
import { TONES, timesAsked } from "@/tests/e2e/support/tone";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";

/** Opens another site's page and answers the player in it, once it is there. */
async function playerIn(page: Page, address: string): Promise<Frame> {
  await page.goto(address);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error("the page has no frame");
  await expect(frame.getByTestId("embed")).toHaveAttribute("data-state", "idle");
  return frame;
}

const expectPlayer = (frame: Frame, state: string): Promise<void> =>
  expect(frame.getByTestId("embed")).toHaveAttribute("data-state", state, { timeout: 30_000 });

test("a room plays on another site: no account, no cookie, one tap", async ({
  arrive,
  product,
  adasRoom: { id, title, ada },
}) => {
  await openTheStage(ada, id);
  const site = await openForeignSite(embedHtml({ origin: product.url, roomId: id, title }));
  // The autoplay policy that everybody's browser has, and no cookie of others' sites.
  const browser = await chromium.launch({
    ...WHOLE_CHROMIUM,
    args: [...QUIET_CHROMIUM, "--test-third-party-cookie-phaseout"],
  });
  try {
    const { page, context } = await arrive("guest", { browser });
    const frame = await playerIn(page, site.elsewhere);
    await expect(frame.getByRole("heading", { name: title })).toBeVisible();
    await expect(frame.locator(`[data-testid="on-stage"][data-person="${ada.id}"]`)).toBeVisible();
    await frame.getByRole("button", { name: "Listen" }).click();
    await expectPlayer(frame, "live");
    await expectTone(frame, TONES.ada);
    await expect(frame.getByTestId("seats")).toHaveAttribute("data-listening", "1");
    expect(await timesAsked(frame)).toBe(0);
    expect(await context.cookies()).toEqual([]);

    await frame.getByRole("slider", { name: "Volume" }).fill("0");
    await expectSilence(frame, TONES.ada);
    await frame.getByRole("slider", { name: "Volume" }).fill("100");
    await expectTone(frame, TONES.ada);

    await frame.getByRole("button", { name: "Stop" }).click();
    await expectSilence(frame, TONES.ada);
    await expect(ada.page.getByTestId("seats").first()).toHaveAttribute("data-listening", "0");
  } finally {
    await browser.close();
    await site.close();
  }
});

test("in the browser of somebody who is signed in the player is a guest all the same, and says when the room is over", async ({
  arrive,
  product,
  adasRoom: { id, ada },
}) => {
  await openTheStage(ada, id);
  const site = await openForeignSite(
    `<iframe src="${product.url}/embed/rooms/${id}" width="400" height="320" title="A room"></iframe>`,
  );
  try {
    const dev = await arrive("dev");
    // From the same site the browser sends Dev's cookie with the frame.
    const frame = await playerIn(dev.page, site.beside);
    await frame.getByRole("button", { name: "Listen" }).click();
    await expectTone(frame, TONES.ada);
    await expectNoViolation(dev.page, "a player on another site");
    const { audience } = await ada.call<{ audience: { id: string; isGuest: boolean }[] }>("GET", `/api/rooms/${id}`);
    expect(audience.map(({ id, isGuest }) => ({ isDev: id === dev.id, isGuest }))).toEqual([
      { isDev: false, isGuest: true },
    ]);
    await ada.call("DELETE", `/api/rooms/${id}`);
    await expect(frame.getByTestId("embed-notice")).toHaveText("This room has ended.");
    await expect(frame.getByRole("button")).toHaveCount(0);
  } finally {
    await site.close();
  }
});
