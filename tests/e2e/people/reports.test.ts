import { expect } from "@playwright/test";
import { expectNoViolation } from "@/tests/e2e/support/axe";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";
import { askDatabase } from "@/tests/support/running";

test("a message is reported from the room, decided about, both are told, and a second admin decides the appeal", async ({
  arrive,
  product,
  adasRoom: { id, ada },
}) => {
  const [dev, eve, ben] = [await arrive("dev"), await arrive("eve"), await arrive("ben")];
  const setAdmin = (admin: boolean) =>
    askDatabase(product.dataFolder, "UPDATE person SET admin = $2 WHERE id = ANY($1)", [[eve.id, ben.id], admin]);
  await setAdmin(true);
  await listen(ada, id);
  await ada.call("POST", `/api/rooms/${id}/chat`, { text: "Only fools take the day train" });
  await listen(dev, id);
  const message = dev.page.locator("[data-message]").filter({ hasText: "Only fools" });
  await message.hover();
  await message.getByRole("button").click();
  await message.getByRole("link", { name: "Report" }).click();
  await expect(dev.page.getByLabel("Its address")).toHaveValue(`/rooms/${id}`);
  await expectNoViolation(dev.page, "/report");
  await dev.page.getByLabel("What is wrong").selectOption("harassment");
  await dev.page.getByLabel("What happened").fill("Calls people fools");
  await dev.page.getByLabel(/right and complete/).check();
  await dev.page.getByRole("button", { name: "Send the report" }).click();
  await expect(dev.page.getByTestId("report-state")).toContainText("Nobody has looked at it yet");

  await eve.page.goto("/admin/reports");
  await eve.page
    .getByRole("link", { name: /^Message in/ })
    .first()
    .click();
  await expect(eve.page.getByText("Only fools take the day train")).toBeVisible();
  await expectNoViolation(eve.page, "/admin/reports/…");
  await eve.page.getByRole("button", { name: "I look at it" }).click();
  await expect(eve.page.getByText("You look at this.")).toBeVisible();
  await eve.page.getByLabel("What is done").selectOption("message_deleted");
  await eve.page.getByLabel("Why").fill("It insults people.");
  await eve.page.getByRole("button", { name: "Decide, and tell both" }).click();
  await expect(eve.page.getByRole("heading", { name: /^Decided/ })).toBeVisible();

  await dev.page.reload();
  await expect(dev.page.getByTestId("measure")).toHaveText("The message was deleted.");
  await ada.page.goto("/notifications");
  await ada.page
    .getByRole("listitem")
    .filter({ hasText: "Somebody reported" })
    .getByRole("link", { name: "Read it" })
    .click();
  await expect(ada.page.getByTestId("measure")).toHaveText("The message was deleted.");
  await expect(ada.page.locator("main")).not.toContainText("Dev");
  await ada.page.getByLabel("Why it is wrong").fill("It was a line of a play.");
  await ada.page.getByRole("button", { name: "Appeal", exact: true }).click();
  await expect(ada.page.getByTestId("appeal-state")).toHaveText("Somebody else will decide about it.");

  await eve.page.reload();
  await expect(eve.page.getByText("Somebody else than you decides about this appeal.")).toBeVisible();
  await ben.page.goto("/admin/reports?show=appeals");
  await ben.page
    .getByRole("link", { name: /^Message in/ })
    .first()
    .click();
  await ben.page.getByText("Falls", { exact: true }).click();
  await ben.page.getByLabel("Why").fill("A quotation is no insult.");
  await ben.page.getByRole("button", { name: "Decide about the appeal" }).click();
  await expect(ben.page.getByText("The decision falls")).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByTestId("appeal-state")).toHaveText("The decision falls.");
  await setAdmin(false);
});
