import { expect, type Page } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { expectState, listen, openTheStage, passOf } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

const line = (page: Page) => page.getByTestId("line");

const expectPlace = (page: Page, place: number): Promise<void> =>
  expect(line(page)).toHaveAttribute("data-place", String(place), { timeout: 20_000 });

/** Opens the room's page and taps *Listen* where there is no place left. */
async function queue(page: Page, roomId: string): Promise<void> {
  await page.goto(`/rooms/${roomId}`);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  await expectState(page, "waiting");
}

/** They hold their seats as scripts do, which ask again before the claim runs out. */
function sitWithoutSound(people: Person[], roomId: string): () => void {
  const timer = setInterval(() => {
    for (const person of people) void passOf(person, roomId).catch(() => undefined);
  }, 5_000);
  return () => clearInterval(timer);
}

test("before a full family one waits in line, over reload and in another tab, leaves it, and comes in by oneself", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(150_000);
  await ada.call("PATCH", `/api/rooms/${id}`, { capacity: 2, overflowRooms: 1, reserve: 0 });
  await openTheStage(ada, id);
  const [dev, ben, cleo] = [await arrive("dev"), await arrive("ben"), await arrive("cleo")];
  await listen(dev, id);
  for (const person of [ben, cleo]) await passOf(person, id);
  const stop = sitWithoutSound([ben, cleo], id);
  try {
    const [first, second] = [await arrive("guest"), await arrive("guest")];
    await queue(first.page, id);
    await expect(line(first.page)).toContainText("You are next");
    await queue(second.page, id);
    await expect(line(second.page)).toContainText("You are number 2 in line");
    await expect(line(second.page)).toContainText("2 people are waiting");

    await second.page.reload();
    await expectState(second.page, "waiting");
    await expectPlace(second.page, 2);
    const otherTab = await first.context.newPage();
    await queue(otherTab, id);
    await expectPlace(otherTab, 1);
    await otherTab.close();

    await first.page.goto("/");
    await expect(first.page.getByTestId("line-bar")).toContainText("You are next");
    await first.page.getByTestId("line-bar").getByRole("button", { name: "Leave the line" }).click();
    await expect(first.page.getByTestId("line-bar")).toBeHidden();
    await expectPlace(second.page, 1);
    await expect(line(second.page)).toContainText("You are next");

    await dev.page.getByRole("button", { name: "Leave quietly" }).click();
    await expectState(second.page, "live", 30_000);
    await expect(line(second.page)).toBeHidden();
    await expectTone(second.page, TONES.ada);
  } finally {
    stop();
  }
});

test("whoever leaves the line on the room's page may come back, at its end", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(120_000);
  await ada.call("PATCH", `/api/rooms/${id}`, { capacity: 2, overflowRooms: 1, reserve: 0 });
  await openTheStage(ada, id);
  const people = [await arrive("dev"), await arrive("ben"), await arrive("cleo")];
  for (const person of people) await passOf(person, id);
  const stop = sitWithoutSound(people, id);
  try {
    const [first, second] = [await arrive("guest"), await arrive("guest")];
    await queue(first.page, id);
    await queue(second.page, id);
    await first.page.getByRole("button", { name: "Leave the line" }).click();
    await expectState(first.page, "left");
    await expectPlace(second.page, 1);
    await queue(first.page, id);
    await expectPlace(first.page, 2);
  } finally {
    stop();
  }
});
