import { expect } from "@playwright/test";
import { listenInFamily, test } from "./support/family-scene";
import { expectNotice, expectState, mineOf, room } from "./support/room-page";

test("whoever comes to a full main hall sits, by the same tap, in a hall that hears it, and comes back there", async ({
  arrive,
  family: { mainId, crowd, halls },
}) => {
  const dev = await arrive("dev");
  await crowd(3);
  await dev.page.goto("/");
  await dev.page.locator(`a[href="/rooms/${mainId}"]`).first().click();
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(dev.page, "live");
  await expect(dev.page).not.toHaveURL(new RegExp(mainId));
  const hallId = dev.page.url().split("/rooms/")[1] ?? "";
  await expect(dev.page.getByTestId("where-one-is")).toHaveText(
    "The main hall is full. You are in overflow 1 and hear the same stage.",
  );
  await expectNotice(dev.page, "");
  // Empty ones may have been opened ahead of need.
  const taken = (await halls()).filter(({ openSeats }) => openSeats > 0);
  expect(taken.map(({ number, openSeats }) => [number, openSeats])).toEqual([
    [0, 4],
    [1, 1],
  ]);
  await expect(dev.page.locator('[data-hall="0"]')).toHaveAttribute("data-taken", "4");
  await expect(dev.page.locator('[data-hall="1"]')).toHaveAttribute("aria-current", "true");
  const { seat } = await mineOf(dev, hallId);

  await dev.page.reload();
  await expectState(dev.page, "live");
  expect(dev.page.url()).toContain(hallId);
  expect((await mineOf(dev, hallId)).seat?.id).toBe(seat?.id);

  await dev.page.goBack();
  await expect(dev.page).toHaveURL(/\/$/);
  await expect(dev.page.getByTestId("room-bar")).toHaveAttribute("data-state", "live");
  await expect(dev.page.getByTestId("card-halls").first()).toBeVisible();

  await dev.page.locator(`a[href="/rooms/${mainId}"]`).first().click();
  await expect(dev.page).toHaveURL(new RegExp(hallId));
  await expectState(dev.page, "live");
  expect((await mineOf(dev, hallId)).seat?.id).toBe(seat?.id);
  expect((await mineOf(dev, mainId)).movedTo).toBe(hallId);
});

test("a hall that is closed while its stage goes on leads into another one by one tap", async ({
  arrive,
  family: { ada, mainId, crowd, halls },
}) => {
  const dev = await arrive("dev");
  await crowd(3);
  const hallId = await listenInFamily(dev, mainId);
  await expect(room(dev.page)).toHaveAttribute("data-role", "listener");
  await ada.call("DELETE", `/api/rooms/${hallId}`);
  await expectNotice(dev.page, "hallClosed");
  await dev.page.getByRole("button", { name: "Go on in another hall" }).click();
  await expectState(dev.page, "live");
  await expect(dev.page).not.toHaveURL(new RegExp(hallId));
  expect((await halls()).map(({ id }) => id)).not.toContain(hallId);
});
