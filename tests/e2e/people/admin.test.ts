import { expect } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectState, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { askDatabase, newSession } from "@/tests/support/running";

test("a ban by an admin silences a host everywhere at once and keeps them out until it is lifted", async ({
  arrive,
  product,
  adasRoom: { id, title, ada },
}) => {
  const [dev, eve] = [await arrive("dev"), await arrive("eve")];
  await eve.page.goto("/admin");
  await expect(eve.page.getByTestId("numbers"), "the page is not there for others").toHaveCount(0);
  const setAdmin = (admin: boolean) =>
    askDatabase(product.dataFolder, "UPDATE person SET admin = $2 WHERE id = $1", [eve.id, admin]);
  await setAdmin(true);
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);

  await eve.page.goto("/admin");
  await expect(eve.page.locator(`[data-room="${id}"]`)).toContainText(title);
  for (const colorScheme of ["light", "dark"] as const) {
    await eve.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectNoViolation(eve.page, `/admin, ${colorScheme}`);
  }
  await eve.page.getByLabel("Find somebody").fill("ada");
  await eve.page.getByRole("button", { name: "Search" }).click();
  await eve.page.locator(`[data-person="${ada.id}"]`).getByRole("button", { name: /^Ban/ }).click();
  await eve.page.getByLabel("Reason").fill("Plays sirens in every room");
  await eve.page.getByRole("button", { name: "Ban everywhere" }).click();
  await expectSilence(dev.page, TONES.ada, { withinMs: 2_000 });
  await expect(eve.page.getByText("Plays sirens in every room").first()).toBeVisible();
  await expectState(dev.page, "live");
  await expect.poll(async () => (await ada.context.request.get("/api/access-tokens")).status()).toBe(401);
  const again = await ada.context.request.post("/api/cast/ada/session");
  expect(again.ok(), "signing in again").toBe(false);

  await eve.page.getByRole("button", { name: /^Lift the ban on Ada/ }).click();
  await expect(eve.page.locator(`[data-person="${ada.id}"]`).getByRole("button", { name: /^Ban/ })).toBeVisible();
  expect((await newSession(product.dataFolder, "ada")).personId).toBe(ada.id);
  await setAdmin(false);
});
