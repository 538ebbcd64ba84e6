import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";

test("whom a speaker follows sits in a section of their own, the others below", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const [dev, cleo] = [await arrive("dev"), await arrive("cleo")];
  await ada.call("POST", `/api/people/${cleo.id}/follow`);
  await ada.call("DELETE", `/api/people/${dev.id}/follow`);
  await listen(ada, id);
  await listen(cleo, id);
  await listen(dev, id);
  const followed = dev.page.getByTestId("audience-followed");
  await expect(followed.locator(`[data-person="${cleo.id}"]`)).toBeVisible({ timeout: 15_000 });
  await expect(followed.locator(`[data-person="${dev.id}"]`)).toHaveCount(0);
  const others = dev.page.getByTestId("audience-everyone");
  await expect(others.locator(`[data-person="${dev.id}"]`)).toBeVisible();
  await expect(others.locator(`[data-person="${cleo.id}"]`)).toHaveCount(0);
});

test("a search finds somebody in the room and opens who they are; nobody outside it is found", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await listen(ada, id);
  await listen(dev, id);
  const field = ada.page.getByRole("searchbox", { name: "Find somebody in this room" });
  const found = ada.page.getByTestId("people-found");
  await expect(async () => {
    await field.fill("");
    await field.fill("dev");
    await expect(found.locator(`[data-person="${dev.id}"]`)).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 10_000 });
  await found.locator(`[data-person="${dev.id}"]`).getByRole("button").click();
  await expect(ada.page.getByRole("dialog", { name: /Dev/ })).toBeVisible();
  await ada.page.keyboard.press("Escape");
  await field.fill("cleo");
  await expect(found).toHaveText("Nobody in this room is called that.");
});

test("the hall has a seat for everyone, following lights it, and a tap on it opens who sits there", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await ada.call("DELETE", `/api/people/${dev.id}/follow`);
  await listen(ada, id);
  await listen(dev, id);
  await ada.page.getByText("Hall", { exact: true }).click();
  const map = ada.page.getByTestId("seat-map");
  await expect(map).toHaveAttribute("data-seats", "1", { timeout: 15_000 });
  const seats = map.getByRole("img");
  await expect(seats).toHaveAttribute("data-followed", "0");
  await ada.call("POST", `/api/people/${dev.id}/follow`);
  await expect(seats).toHaveAttribute("data-followed", "1", { timeout: 15_000 });

  // The first who comes sits in the middle of the first row.
  const box = await seats.boundingBox();
  if (!box) throw new Error("The map has no size");
  await ada.page.screenshot({ path: test.info().outputPath("hall.png"), fullPage: true });
  await seats.click({ position: { x: box.width / 2, y: (58 / 480) * box.width } });
  await expect(ada.page.getByRole("dialog", { name: /Dev/ })).toBeVisible();
});
