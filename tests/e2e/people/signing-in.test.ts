import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import { newestCode, skipWelcome } from "@/tests/e2e/support/mailed-code";
import { test } from "@/tests/e2e/support/people";
import { expectRole, expectState, listen, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

test("a newcomer signs in with a mailed code, and is somebody", async ({ arrive }) => {
  const { page, context } = await arrive("guest");
  const address = `newcomer-${randomUUID().replace(/\d/g, "")}@example.org`;
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();

  const code = await newestCode(await context.newPage(), address);

  // The sixth digit sends it.
  await page.getByLabel("Six-digit code").fill(code === "000000" ? "000001" : "000000");
  await expect(page.getByText("This code is wrong or no longer counts.")).toBeVisible();

  await page.getByLabel("Six-digit code").fill(code);
  await expect(page.getByLabel("Your name")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("");
  await page.getByLabel("Your name").fill("Wanda");
  await page.getByRole("button", { name: "Sign in with this name" }).click();
  await skipWelcome(page);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
});

test("one tap signs in as one of the cast, and nobody is sent to another site afterwards", async ({ arrive }) => {
  const { page } = await arrive("guest");
  await page.goto("/sign-in?next=//evil.example");
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  expect(new URL(page.url()).hostname).toBe("localhost");
});

test("a guest who is about to speak signs in, and is back in the room, with the hand up and the sound on", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const guest = await arrive("guest", { viewport: { width: 390, height: 844 } });
  await openTheStage(ada, id);
  await listen(guest, id);
  await expectTone(guest.page, TONES.ada);
  await guest.page.getByRole("link", { name: "Sign in to speak" }).click();
  await expect(guest.page.getByTestId("room-bar")).toBeVisible();
  await expect(guest.page.getByRole("banner").getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await guest.page.getByRole("button", { name: "Sign in as Dev" }).click();

  await expect(guest.page).toHaveURL(new RegExp(`/rooms/${id}$`));
  await expectState(guest.page, "live");
  await expectRole(guest.page, "listener");
  await expectTone(guest.page, TONES.ada);
  await expect(guest.page.getByRole("button", { name: "Lower hand" })).toBeVisible();
  await expect(ada.page.getByTestId("hands").locator("ol [data-person]")).toHaveCount(1);
});

test("the way to sign in from any page leads back to it", async ({ arrive, adasRoom: { id } }) => {
  const { page } = await arrive("guest");
  await page.goto(`/rooms/${id}`);
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign in as Cleo" }).click();
  await expect(page).toHaveURL(new RegExp(`/rooms/${id}$`));
  await expect(page.getByText("Your microphone stays off.")).toBeVisible();
});
