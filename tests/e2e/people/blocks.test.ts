import { expect } from "@playwright/test";
import { expectSilence, expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectNotice, listen, openSheet, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

test("whom a host blocks hears them no more, and finds neither them nor their room until it is lifted", async ({
  arrive,
  adasRoom: { id, title, ada },
}) => {
  const eve = await arrive("eve");
  await openTheStage(ada, id, eve);
  await expectTone(eve.page, TONES.ada);

  await openSheet(ada, eve);
  await ada.page.getByRole("button", { name: "Block", exact: true }).click();
  await ada.page
    .getByRole("dialog", { name: /^Block / })
    .getByRole("button", { name: "Block", exact: true })
    .click();
  await expectNotice(eve.page, "removed");
  await expectSilence(eve.page, TONES.ada, { withinMs: 500 });
  await expect(ada.page.locator(`[data-person="${eve.id}"]`)).toHaveCount(0);

  for (const path of [`/rooms/${id}`, "/people/ada"]) {
    const answer = await eve.page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
  await eve.page.goto("/");
  await expect(eve.page.getByRole("main")).not.toContainText(title);

  await ada.call("DELETE", `/api/people/${eve.id}/block`);
  await listen(eve, id);
  await expectTone(eve.page, TONES.ada);
});

test("two who have blocked one another hear a third person's stage and see nothing of each other beside it", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [dev, eve] = [await arrive("dev"), await arrive("eve")];
  await openTheStage(ada, id, dev, eve);
  await eve.call("POST", `/api/rooms/${id}/chat`, { channel: "room", text: "Eve was here" });
  await dev.page.getByRole("tab", { name: /^Chat/ }).click();
  await expect(dev.page.getByText("Eve was here")).toBeVisible();

  await openSheet(dev, eve);
  await dev.page.getByRole("button", { name: "Block", exact: true }).click();
  await dev.page
    .getByRole("dialog", { name: /^Block / })
    .getByRole("button", { name: "Block", exact: true })
    .click();
  await expect(dev.page.locator(`[data-person="${eve.id}"]`)).toHaveCount(0);
  await expect(dev.page.getByText("Eve was here")).toHaveCount(0);
  await expectTone(dev.page, TONES.ada);
  await expect(ada.page.locator(`[data-person="${eve.id}"]`)).toBeVisible();
  await dev.call("DELETE", `/api/people/${eve.id}/block`);
});
