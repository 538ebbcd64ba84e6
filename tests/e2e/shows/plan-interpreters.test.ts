import { expect } from "@playwright/test";
import { type Person, test } from "@/tests/e2e/support/people";
import { planRoom } from "@/tests/e2e/support/planned-room";
import { expectState, room } from "@/tests/e2e/support/room-page";

const handleOf = async ({ call, id }: Person): Promise<string> =>
  (await call<{ handle: string }>("GET", `/api/people/${id}`)).handle;

test("a host names an interpreter in the planner, and the checklist says so; taken back, it no longer does", async ({
  arrive,
  product,
}) => {
  const [ada, dev] = [await arrive("ada"), await arrive("dev")];
  const roomId = await planRoom(product.dataFolder, { hostId: ada.id, inMinutes: 20, capacity: 3 });
  expect((await dev.page.goto(`/rooms/${roomId}/plan`))?.status()).toBe(404);
  await dev.page.goto(`/rooms/${roomId}`);
  await expect(dev.page.getByRole("heading", { level: 1 })).toBeVisible();
  const listen = dev.page.getByRole("button", { name: "Listen", exact: true });
  await expect(listen).toHaveCount(0);

  await ada.page.goto(`/rooms/${roomId}/plan`);
  const line = (what: string) => ada.page.locator(`[data-line="${what}"]`);
  await expect(line("interpreters")).toHaveAttribute("data-state", "not_needed");
  await expect(line("words")).toHaveAttribute("data-state", "open");
  await line("interpreters").getByRole("link", { name: "Interpreters" }).click();
  const add = ada.page.getByRole("button", { name: "Add", exact: true });
  await ada.page.getByLabel("Name somebody").fill("nobody_of_this_name");
  await ada.page.getByLabel("Interprets into").selectOption("de");
  await add.click();
  // What was refused says why, and nothing of the form is lost.
  await expect(ada.page.getByText("Nobody you can name has this handle.")).toBeVisible();
  await expect(ada.page.getByLabel("Interprets into")).toHaveValue("de");
  await ada.page.getByLabel("Name somebody").fill(`@${await handleOf(dev)}`);
  await add.click();
  const named = ada.page.getByRole("list", { name: "Interpreters" }).getByRole("listitem");
  await expect(named).toHaveCount(1);
  await expect(named).toContainText("German");
  await expect(line("interpreters")).toHaveAttribute("data-state", "done");
  await expect(line("interpreters")).toContainText("Into: German.");
  await expect(line("backstage")).toHaveAttribute("data-state", "open");

  await expect(line("backstage")).toContainText("Dev");

  // From now on the way behind the stage is theirs.
  await dev.page.reload();
  await listen.click();
  await expectState(dev.page, "live");
  await ada.page.reload();
  await expect(line("backstage")).not.toContainText("Dev");

  await named.getByRole("button", { name: /^Take back/ }).click();
  await expect(named).toHaveCount(0);
  await expect(line("interpreters")).toHaveAttribute("data-state", "not_needed");
  await expect(room(dev.page)).not.toHaveAttribute("data-state", "live");
  await dev.page.goto(`/rooms/${roomId}`);
  await expect(dev.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(listen).toHaveCount(0);
  await ada.call("DELETE", `/api/rooms/${roomId}/episode`, { reason: "" });
});
