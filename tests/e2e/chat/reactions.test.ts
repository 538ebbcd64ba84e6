import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";

test("Dev claps, Ada sees it float over her stage, and Dev sees the own one at once", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await listen(ada, id);
  await listen(dev, id);
  await dev.page.getByRole("button", { name: "React", exact: true }).click();
  const picker = dev.page.getByRole("group", { name: "React" });
  await expect(picker.getByRole("button")).toHaveCount(6);
  await picker.getByRole("button", { name: "Applause" }).click();

  const applause = '[data-testid="reactions"] [data-reaction="👏"]';
  await expect(dev.page.locator(applause)).toHaveCount(1, { timeout: 1_000 });
  await expect(ada.page.locator(applause)).toHaveCount(1);
  await expect(ada.page.locator(applause)).toHaveCount(0, { timeout: 6_000 });
  expect(await dev.page.locator(applause).count()).toBe(0);
});

test("whoever wants no motion sees a count instead", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await listen(ada, id);
  await ada.page.emulateMedia({ reducedMotion: "reduce" });
  await listen(dev, id);
  for (let taps = 0; taps < 3; taps++) await dev.call("POST", `/api/rooms/${id}/reactions`, { reaction: "🔥" });
  await expect(ada.page.getByTestId("reactions").getByText(/🔥 \d/)).toBeVisible();
  await expect(ada.page.locator('[data-reaction="🔥"]').first()).toBeHidden();
});

test("a pinned link is seen by everyone, opens beside the room, and is gone when it is unpinned", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await listen(ada, id);
  await listen(dev, id);
  await dev.page.getByRole("button", { name: "More" }).click();
  await expect(dev.page.getByRole("button", { name: "Pin a link" })).toHaveCount(0);

  const pin = async (url: string): Promise<void> => {
    await ada.page.getByRole("button", { name: "More" }).click();
    await ada.page.getByRole("button", { name: /Pin a link|Change the pinned link/ }).click();
    await ada.page.getByLabel("Address").fill(url);
    await ada.page.getByRole("button", { name: "Pin", exact: true }).click();
  };
  await pin("https://127.0.0.1/");
  await expect(ada.page.getByText(/This link cannot be pinned/)).toBeVisible();
  await expect(dev.page.getByTestId("pinned-link")).toHaveCount(0);
  await ada.page.getByLabel("Address").fill("https://trains.invalid/night");
  await ada.page.getByRole("button", { name: "Pin", exact: true }).click();

  const link = dev.page.getByTestId("pinned-link").getByRole("link");
  await expect(link).toHaveAttribute("href", "https://trains.invalid/night");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noopener.*nofollow/);
  await expect(ada.page.getByTestId("pinned-link")).toBeVisible();

  await ada.page.getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("button", { name: "Change the pinned link" }).click();
  await ada.page.getByRole("button", { name: "Unpin" }).click();
  await expect(dev.page.getByTestId("pinned-link")).toHaveCount(0);
  await expect(ada.page.getByTestId("pinned-link")).toHaveCount(0);
});
