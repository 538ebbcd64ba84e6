import { expect } from "@playwright/test";
import type { FreshInviteLink } from "@/lib/wire/invites/views";
import { expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectRole, expectState, openTheStage, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Makes a link by the room's menu, and answers its path. */
async function makeLink({ page }: Person, role: "Listeners" | "Speakers"): Promise<string> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Invitation links" }).click();
  const dialog = page.getByRole("dialog", { name: "Invitation links" });
  await dialog.getByRole("radio", { name: role }).check();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const url = new URL(await dialog.getByLabel("Your link").inputValue());
  await dialog.getByRole("button", { name: "Close" }).click();
  return url.pathname + url.search;
}

async function listenBy({ page }: Person, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(page, "live");
}

test("a closed room is not there for strangers; whoever is called arrives", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await ada.call("PATCH", `/api/rooms/${id}`, { kind: "closed" });
  expect((await dev.page.goto(`/rooms/${id}`))?.status()).toBe(404);

  await dev.page.goto("/");
  await ada.call("POST", `/api/rooms/${id}/pings`, { personId: dev.id }, 204);
  await dev.page.getByRole("button", { name: "Go there" }).click();
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(dev.page, "live");
  await expectTone(dev.page, TONES.ada);
  await expect(dev.page.getByRole("button", { name: "Go there" })).toHaveCount(0);
});

test("by a link a guest listens, by another a member is on stage without being asked; spent ones open nothing", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const guest = await arrive("guest");
  const cleo = await arrive("cleo");
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await ada.call("PATCH", `/api/rooms/${id}`, { kind: "closed" });

  const forOne = await makeLink(ada, "Listeners");
  await listenBy(guest, forOne);
  await expectTone(guest.page, TONES.ada);
  expect((await dev.page.goto(forOne))?.status(), "its only use is gone").toBe(404);

  await listenBy(cleo, await makeLink(ada, "Speakers"));
  await expectRole(cleo.page, "listener");
  await cleo.page.getByRole("button", { name: "Join stage" }).click();
  await expectRole(cleo.page, "speaker");
  await speak(cleo);
  await expectTone(guest.page, TONES.cleo);

  const { link, url } = await ada.call<FreshInviteLink>("POST", `/api/rooms/${id}/invite-links`, { maxUses: 5 }, 201);
  const { pathname, search } = new URL(url);
  expect((await dev.page.goto(pathname + search))?.status()).toBe(200);
  await ada.call("DELETE", `/api/rooms/${id}/invite-links/${link.id}`);
  await dev.page.getByRole("button", { name: "Listen", exact: true }).click();
  await expect(dev.page.getByText("This invitation link no longer works.")).toBeVisible();
  expect((await dev.page.goto(pathname + search))?.status()).toBe(404);
});
