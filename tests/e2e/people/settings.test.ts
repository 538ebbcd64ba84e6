import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { unzipSync } from "fflate";
import { newestCode, signUp, skipWelcome } from "@/tests/e2e/support/mailed-code";
import { type Person, test } from "@/tests/e2e/support/people";

const newAddress = () => `leaver-${randomUUID().replace(/\d/g, "")}@example.org`;

test("somebody takes all their data along, deletes the account, thinks better of it and has everything back", async ({
  arrive,
}) => {
  const leaver = await arrive("guest");
  const { page } = leaver;
  const address = newAddress();
  await signInBy(leaver, address, "Lena Leaver");
  await leaver.call("POST", `/api/people/${(await arrive("ada")).id}/follow`);

  await page.goto("/settings/data");
  await page.getByRole("button", { name: "Gather my archive" }).click();
  await expect(page.getByRole("button", { name: "Gather my archive" })).toHaveCount(0);
  await page.reload();
  const link = page.getByRole("link", { name: /^Download/ });
  await expect(link).toBeVisible({ timeout: 15_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const read = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString());
  expect(read("profile.json")).toMatchObject({ name: "Lena Leaver", email: address });
  expect(read("follows.json")).toMatchObject([{ handle: "ada" }]);
  const { handle } = read("profile.json");

  await page.getByRole("button", { name: "Delete account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByRole("heading", { name: "This account is being deleted" })).toBeVisible();
  const visitor = await arrive("guest");
  await visitor.page.goto(`/people/${handle}`);
  await expect(visitor.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "This account is being deleted" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();

  await signInBy(leaver, address);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
  await page.goto(`/people/${handle}/following`);
  await expect(page.getByRole("link", { name: /Ada/ })).toBeVisible();
});

test("on a phone the settings are a list, each page alone, and Back leads to the list", async ({ arrive }) => {
  const { page } = await arrive("dev", { viewport: { width: 390, height: 844 } });
  await page.goto("/settings");
  const list = page.getByRole("navigation", { name: "Settings" });
  await expect(list.getByRole("link")).toHaveCount(7);
  await expect(page.getByRole("heading", { name: "Signed in" })).toBeHidden();
  await list.getByRole("link", { name: /^Privacy/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expect(list).toBeHidden();
  await page.goBack();
  await expect(list).toBeVisible();
  await list.getByRole("link", { name: /^Account/ }).click();
  await expect(page.getByText("this one", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(list).toBeVisible();
});

async function signInBy(person: Person, address: string, name?: string): Promise<void> {
  const { page, context } = person;
  await page.goto("/sign-in");
  if (name !== undefined) {
    await signUp(person, address, name);
    await skipWelcome(page);
    return expect(page).toHaveURL(/\/$/);
  }
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  await page.getByLabel("Six-digit code").fill(await newestCode(await context.newPage(), address));
}
