import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { expectTone } from "@/tests/e2e/support/hear";
import { signUp } from "@/tests/e2e/support/mailed-code";
import { test } from "@/tests/e2e/support/people";
import { expectRole, expectState, listen, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

test("who listens by a shared link signs up, is shown around on a phone, and hears the room all the while", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const guest = await arrive("guest", { viewport: { width: 390, height: 844 } });
  const { page } = guest;
  await openTheStage(ada, id);
  await listen(guest, id);
  await expectTone(page, TONES.ada);
  await page.getByRole("link", { name: "Sign in to speak" }).click();
  await expect(page.getByTestId("room-bar")).toBeVisible();
  const name = `Wanda ${randomUUID().replace(/[\d-]/g, "")}`;
  await signUp(guest, `${name.replace(" ", "-")}@example.org`, name);

  // Back in the seat, in the bar, while the first screen asks.
  await expect(page.getByTestId("room-bar")).toBeVisible();
  await expectTone(page, TONES.ada);
  await page.getByLabel("Handle").fill("ada");
  await expect(page.getByText("@ada is taken.")).toBeVisible();
  const own = `wanda_${randomUUID().replace(/-/g, "").slice(0, 12)}`;
  await page.getByLabel("Handle").fill(own);
  await expect(page.getByText(`@${own} is free.`)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Handle")).toHaveValue(own);
  await page.getByRole("button", { name: "Next" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "What you like to hear about" })).toBeVisible();
  await page.getByLabel(/^(Your own|Topics)$/).fill("Lighthouses");
  await page.getByLabel("German").check();
  await page.getByRole("button", { name: "Next" }).click();

  // Whom they listen to is whom they may like to follow.
  await page.getByRole("button", { name: /^Follow Ada/ }).click();
  await page.getByRole("button", { name: "Back to the room" }).click();
  await expect(page).toHaveURL(new RegExp(`/rooms/${id}$`));
  await expectState(page, "live");
  await expectRole(page, "listener");
  await expectTone(page, TONES.ada);

  await page.goto(`/people/${own}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("list", { name: "Topics" }).getByText("Lighthouses")).toBeVisible();
  // Once: the next time the same address leads on at once.
  await page.goto(`/welcome?next=/rooms/${id}`);
  await expect(page).toHaveURL(new RegExp(`/rooms/${id}$`));
});

test("an invitation brings somebody here once, and says by whom", async ({ arrive }) => {
  const dev = await arrive("dev", { viewport: { width: 390, height: 844 } });
  await dev.page.goto("/settings/invites");
  await dev.page.getByRole("button", { name: "Make an invitation" }).click();
  await expect(dev.page.getByText("0 of 1 used")).toBeVisible();
  await expectNoViolation(dev.page, "invitations");
  const { codes } = await dev.call<{ codes: { id: string; url: string }[] }>("GET", "/api/me/invite-codes");
  const [code] = codes;
  if (!code) throw new Error("no invitation was made");

  const nina = await arrive("guest", { viewport: { width: 390, height: 844 } });
  await nina.page.goto(code.url);
  await expect(nina.page.getByRole("heading", { name: /^Dev .* invites you to Plenum$/ })).toBeVisible();
  await expectNoViolation(nina.page, "an invitation");
  await nina.page.getByRole("button", { name: "Make my account" }).click();
  await expect(nina.page.getByText(/^Dev .* invites you\./)).toBeVisible();
  const mark = randomUUID().replace(/[\d-]/g, "");
  await signUp(nina, `nina-${mark}@example.org`, `Nina ${mark}`);
  await expectNoViolation(nina.page, "name and handle");
  await nina.page.getByRole("button", { name: "Skip" }).click();
  await expect(nina.page.getByRole("heading", { level: 1, name: "What you like to hear about" })).toBeVisible();
  await expectNoViolation(nina.page, "topics and languages");
  await nina.page.getByRole("button", { name: "Skip" }).click();
  await expect(nina.page.getByRole("heading", { level: 1, name: "Whom to listen to" })).toBeVisible();
  await expectNoViolation(nina.page, "people and a room");
  await nina.page.getByRole("button", { name: "Done" }).click();
  await expect(nina.page).toHaveURL(/\/$/);

  await dev.page.goto(`/people/nina_${mark}`);
  await expect(dev.page.getByText("Brought here by")).toBeVisible();
  const late = await arrive("guest");
  await late.page.goto(code.url);
  await expect(late.page.getByRole("heading", { name: "This invitation is used up" })).toBeVisible();
  await late.page.goto("/join/0123-4567-89ab");
  await expect(late.page.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();
});
