import { expect, type Page } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectRole, expectState } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** What the page holds that a search engine or a browser without script reads. */
const withoutScript = async (page: Page, path: string): Promise<string> =>
  (await page.context().request.get(path)).text();

test("a club is founded and joined; its room for members is heard by one, and is not there for a stranger", async ({
  arrive,
}) => {
  const [ada, dev, eve] = [await arrive("ada"), await arrive("dev"), await arrive("eve")];
  const handle = `sleepers_${Date.now() % 1_000_000_000}`;
  await ada.page.goto("/clubs");
  await ada.page.getByRole("link", { name: "Found a club" }).click();
  await ada.page.getByLabel("Name", { exact: true }).fill("Sleepers");
  await ada.page.getByLabel("Handle", { exact: true }).fill(handle);
  await ada.page.getByLabel("Rules", { exact: true }).fill("Nobody snores into the microphone.");
  await ada.page.getByRole("button", { name: "Found a club" }).click();
  await ada.page.waitForURL(`**/clubs/${handle}`);

  expect(await withoutScript(dev.page, `/clubs/${handle}`)).toContain("Nobody snores into the microphone.");
  await dev.page.goto(`/clubs/${handle}`);
  await dev.page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dev.page.getByLabel("Link to this club")).toHaveValue(new RegExp(`/clubs/${handle}$`));
  await dev.page.keyboard.press("Escape");
  await dev.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(dev.page.getByRole("link", { name: "2 members" })).toBeVisible();

  await ada.page.getByRole("link", { name: "Open a room in the club" }).click();
  await ada.page.getByLabel("Title").fill("Bunk talk");
  await ada.page.getByRole("radio", { name: "Members of the club" }).check();
  await ada.page.getByRole("button", { name: "Open the room" }).click();
  await ada.page.waitForURL(/\/rooms\/[0-9a-f-]{36}$/);
  await expectState(ada.page, "live");
  await expectRole(ada.page, "host");
  const { pathname } = new URL(ada.page.url());

  await dev.page.reload();
  await dev.page.getByRole("link", { name: "Bunk talk" }).click();
  await expect(dev.page.getByText("Rules of the club")).toBeVisible();
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(dev.page, "live");
  await expectTone(dev.page, TONES.ada);

  expect((await eve.page.goto(pathname))?.status()).toBe(404);
  for (const path of [`/clubs/${handle}`, "/", `/search?q=bunk`]) {
    await eve.page.goto(path);
    await expect(eve.page.getByRole("main")).not.toContainText("Bunk talk");
  }
  await ada.call("DELETE", `/api${pathname}`);
});
