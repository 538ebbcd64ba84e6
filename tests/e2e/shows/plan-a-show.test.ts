import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";

/** Where somebody without script reads: the first answer of the server, and nothing else. */
test("a weekly show is planned: eight episodes, one moved, one called off, seen by everybody once it is announced", async ({
  arrive,
}) => {
  const [ada, dev] = [await arrive("ada"), await arrive("dev")];
  const slug = `sleepers-${Date.now() % 1_000_000_000}`;
  const title = `Sleepers ${slug.slice(-6)}`;
  const seen = async (path: string): Promise<string> => (await dev.page.context().request.get(path)).text();

  await ada.page.goto("/shows");
  await ada.page.getByRole("link", { name: "Plan a show" }).click();
  await ada.page.getByLabel("Title", { exact: true }).fill(title);
  await ada.page.getByLabel("Address", { exact: true }).fill("new");
  await ada.page.getByLabel("Hour", { exact: true }).fill("21:00");
  const plan = ada.page.getByRole("button", { name: "Plan the show" });
  await plan.click();
  // What was refused says why, and nothing of the form is lost.
  await expect(ada.page.getByText("This address is taken.")).toBeVisible();
  await expect(ada.page.getByLabel("Title", { exact: true })).toHaveValue(title);
  await ada.page.getByLabel("Address", { exact: true }).fill(slug);
  await plan.click();
  await ada.page.waitForURL(`**/shows/${slug}/plan`);

  const episodes = ada.page.getByRole("list", { name: "Next episodes" }).getByRole("listitem");
  await expect(episodes).toHaveCount(8);
  expect(await seen(`/shows/${slug}`)).not.toContain(title);
  await ada.page.getByRole("button", { name: "Announce the show" }).click();
  await expect(ada.page.getByText("The show is announced")).toBeVisible();

  await episodes.nth(1).getByRole("link", { name: "Edit" }).click();
  await ada.page.waitForURL(/\/rooms\/[0-9a-f-]{36}\/plan$/);
  await ada.page.getByLabel("Hour", { exact: true }).fill("19:30");
  await ada.page.getByLabel("Title", { exact: true }).fill("Couchettes");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await ada.page.waitForURL(`**/shows/${slug}/plan`);
  await expect(episodes.nth(1)).toContainText("Couchettes");
  await expect(episodes.nth(1)).toContainText("19:30");
  await expect(episodes.nth(2)).toContainText("21:00");

  await episodes.nth(2).getByRole("button", { name: "Call off" }).click();
  await ada.page.getByLabel("Why? Everybody reads it.").fill("The line is closed.");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Call off" }).click();
  await expect(episodes.nth(2)).toContainText("The line is closed.");
  await expect(episodes).toHaveCount(8);

  await ada.page.getByRole("link", { name: "Month" }).click();
  const today = ada.page.locator('button[data-day][tabindex="0"]');
  const before = await today.getAttribute("data-day");
  await today.focus();
  await ada.page.keyboard.press("ArrowDown");
  await expect(today).toBeFocused();
  expect(Number(await today.getAttribute("data-day"))).toBe(Number(before) + 7 * 24 * 60 * 60_000);

  const page = await seen(`/shows/${slug}`);
  for (const text of [title, "Couchettes", "The line is closed.", "at 21:00"]) expect(page).toContain(text);
  expect(page).toContain("application/ld+json");
  expect(await seen("/")).toContain(title);
  expect((await dev.page.context().request.get(`/shows/${slug}/card.png`)).headers()["content-type"]).toBe("image/png");
  expect((await dev.page.goto(`/shows/${slug}/plan`))?.status()).toBe(404);
  await dev.page.goto(`/shows/${slug}`);
  await dev.page.getByRole("link", { name: "Couchettes" }).click();
  await expect(dev.page.getByRole("heading", { level: 1, name: "Couchettes" })).toBeVisible();
});
