import { expect, type Page } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";

/** Keeps the page's scripts back until the answer is called: it can be seen and tapped, and cannot answer. */
async function slowScripts(page: Page): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("a form that is sent before the page can answer is sent once it can, and stands in no address", async ({
  arrive,
}) => {
  const { page } = await arrive("guest");
  const address = "early@example.org";
  const release = await slowScripts(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByRole("button", { name: "Send me a code" }).click();
  release();
  await expect(page.getByText("Type in your code")).toBeVisible();
  expect(asked.filter((url) => url.includes("early"))).toEqual([]);
  expect(asked.filter((url) => url.endsWith("/api/sign-in/codes"))).toHaveLength(1);
});

test("a tap before the page can answer is done once it can", async ({ arrive, adasRoom: { id } }) => {
  const { page } = await arrive("dev");
  const release = await slowScripts(page);
  await page.goto(`/rooms/${id}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  release();
  await expect(page.getByRole("button", { name: "Leave quietly" })).toBeVisible();
});
