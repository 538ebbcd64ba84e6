import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";

const RED = { r: 200, g: 30, b: 30 };
const BLUE = { r: 30, g: 30, b: 200 };

/** Red on the left, blue on the right. */
const twoHalves = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: BLUE } })
    .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: RED } }, left: 0, top: 0 }])
    .png()
    .toBuffer();

test("a picture is cut by the keyboard, set, and seen by somebody else in the hallway, in the room and on the profile", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  await ada.page.goto("/people/ada");
  await ada.page.getByRole("button", { name: "Change your picture" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Your picture" });
  const picked = (name: string, buffer: Buffer) =>
    dialog.getByLabel("Choose a picture").setInputFiles({ name, mimeType: "image/png", buffer });
  await picked("evil.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
  await expect(dialog.getByRole("alert")).toContainText("no picture that can be read");

  await picked("halves.png", await twoHalves());
  const square = dialog.getByRole("slider", { name: "The part that is shown" });
  await square.focus();
  for (let press = 0; press < 14; press++) await square.press("ArrowRight");
  await expect(square).toHaveAttribute("aria-valuenow", "100");
  await expectNoViolation(ada.page, "the dialog of one's picture");
  await dialog.getByRole("button", { name: "Use this picture" }).click();
  await expect(ada.page.getByText("Your picture is set.")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expectBlue(ada.page, "main");
  await expectBlue(ada.page, "header");

  await listen(ada, id);
  const dev = await arrive("dev");
  await dev.page.goto("/");
  await expectBlue(dev.page, "main");
  await listen(dev, id);
  await expectBlue(dev.page, `[data-person="${ada.id}"]`);
  await dev.page.goto("/people/ada");
  await expectBlue(dev.page, "main");

  // One that does not come leaves the drawn one, and nothing moves.
  await dev.page.route("**/api/portraits/**", (route) => route.abort());
  await dev.page.reload();
  await expect(dev.page.locator("main article > svg")).toBeVisible();
  await dev.page.unroute("**/api/portraits/**");

  await ada.page.goto("/settings");
  await ada.page.getByRole("button", { name: "Change your picture" }).click();
  await dialog.getByRole("button", { name: "Remove the picture" }).click();
  await expect(ada.page.getByText("The picture is removed.")).toBeVisible();
  await expect(ada.page.locator("main img")).toHaveCount(0);
});

test("a profile is whole without script, its old address leads to it, and protected it keeps to itself", async ({
  arrive,
  browser,
  product,
}) => {
  const ada = await arrive("ada");
  const { person } = await ada.call<{ person: { name: string } }>("PATCH", "/api/me", {
    links: ["https://trains.example/ada"],
    topics: ["Night trains"],
  });
  const bare = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false });
  const page = await bare.newPage();
  await page.goto("/people/ada");
  await expect(page.getByRole("heading", { name: person.name })).toBeVisible();
  const link = page.getByRole("link", { name: "trains.example" });
  await expect(link).toHaveAttribute("rel", "me nofollow noopener");
  await expect(page.getByText("Night trains", { exact: true })).toBeVisible();

  const moved = `ada_${Date.now() % 1e9}`;
  await ada.call("PATCH", "/api/me", { handle: moved });
  try {
    for (const rest of ["", "/followers", "/following"]) {
      const answer = await bare.request.get(`/people/ada${rest}`, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location]).toEqual([307, `/people/${moved}${rest}`]);
    }
  } finally {
    await ada.call("PATCH", "/api/me", { handle: "ada" });
  }

  await ada.page.goto("/settings/privacy");
  const protect = ada.page.getByLabel(/^Protect my page/);
  await protect.check();
  await expect(async () => {
    await page.goto("/people/ada");
    await expect(page.getByText("shows more only to people whom they follow")).toBeVisible();
  }).toPass();
  await expect(link).toHaveCount(0);
  await page.goto("/people/ada/followers");
  await expect(page.getByText("shows more only to people whom they follow")).toBeVisible();
  await ada.page.reload();
  await expect(protect).toBeChecked();
  await ada.call("PATCH", "/api/me", { protect: false, links: [], topics: [] });
  await bare.close();
});

/** Waits until a picture stands there and is blue in its middle. */
async function expectBlue(page: Page, where: string): Promise<void> {
  const image = page.locator(`${where} img[src^="/api/portraits/"]`).first();
  await expect(image).toBeVisible();
  const middle = () =>
    image.evaluate((shown: HTMLImageElement) => {
      const pen = Object.assign(document.createElement("canvas"), { width: 9, height: 9 }).getContext("2d");
      pen?.drawImage(shown, 0, 0, 9, 9);
      return [...(pen?.getImageData(4, 4, 1, 1).data ?? [])];
    });
  await expect
    .poll(middle)
    .toEqual([expect.closeTo(BLUE.r, -1.5), expect.closeTo(BLUE.g, -1.5), expect.closeTo(BLUE.b, -1.5), 255]);
}
