import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";

test("a newcomer signs in with a mailed code, and is somebody", async ({ arrive }) => {
  const { page, context } = await arrive("guest");
  const address = `newcomer-${randomUUID().replace(/\d/g, "")}@example.org`;
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();

  const mailbox = await context.newPage();
  await mailbox.goto("/dev/mail");
  const mail = mailbox.getByRole("article").filter({ hasText: address }).first();
  const code = /\d{6}/.exec((await mail.textContent()) ?? "")?.[0] ?? "";
  await mailbox.close();

  // The sixth digit sends it.
  await page.getByLabel("Six-digit code").fill(code === "000000" ? "000001" : "000000");
  await expect(page.getByText("This code is wrong or no longer counts.")).toBeVisible();

  await page.getByLabel("Six-digit code").fill(code);
  await expect(page.getByLabel("Your name")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("");
  await page.getByLabel("Your name").fill("Wanda");
  await page.getByRole("button", { name: "Sign in with this name" }).click();
  await expect(page).toHaveURL(/\/(settings.*)?$/);
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
});

test("one tap signs in as one of the cast, and nobody is sent to another site afterwards", async ({ arrive }) => {
  const { page } = await arrive("guest");
  await page.goto("/sign-in?next=//evil.example");
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  expect(new URL(page.url()).hostname).toBe("localhost");
});
