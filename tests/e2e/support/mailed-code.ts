import { expect, type Page } from "@playwright/test";
import type { Person } from "./people";

/** The newest code that was mailed to an address, as the page of local mode shows it. */
export async function newestCode(mailbox: Page, address: string): Promise<string> {
  await mailbox.goto("/dev/mail");
  const mail = mailbox.getByRole("article").filter({ hasText: address }).first();
  const code = /\d{6}/.exec((await mail.textContent()) ?? "")?.[0] ?? "";
  await mailbox.close();
  return code;
}

/** From the sign-in page to a new account of this name, at the first screen of its welcome. */
export async function signUp({ page, context }: Person, address: string, name: string): Promise<void> {
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  await page.getByLabel("Six-digit code").fill(await newestCode(await context.newPage(), address));
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Sign in with this name" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How others find you" })).toBeVisible();
}

/** Past all screens of the welcome, to where they came from. */
export async function skipWelcome(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What you like to hear about" })).toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Whom to listen to" })).toBeVisible();
  await page.getByRole("button", { name: /^(Done|Back to the room)$/ }).click();
}
