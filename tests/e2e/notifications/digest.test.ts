import { randomUUID } from "node:crypto";
import { expect, type Locator } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { askDatabase } from "@/tests/support/running";

test("Ben chooses a mail of what he missed, gets it, and ends it by a link whose mere opening ends nothing", async ({
  arrive,
  adasRoom,
  product,
}) => {
  const ask = <Row extends object>(sql: string, values: unknown[]) =>
    askDatabase<Row & Record<string, unknown>>(product.dataFolder, sql, values);
  const ben = await arrive("ben");
  const { page } = ben;
  const address = `ben-${randomUUID()}@example.org`;
  await page.goto("/settings/notifications");
  await expect(page.getByText("we need a confirmed address")).toBeVisible();
  await ask("UPDATE person SET email = $2, email_verified_at = now() WHERE id = $1", [ben.id, address]);
  try {
    await page.reload();
    // Of an episode a mail tells by itself; of all else once there is one of what was missed.
    await expect(page.getByRole("checkbox", { name: "one is moved, renamed or called off: Mail" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "somebody begins to follow me: Mail" })).toHaveCount(0);
    await page.getByRole("radiogroup", { name: "Mail of what you missed" }).getByText("daily").click();
    await page.getByRole("checkbox", { name: "somebody begins to follow me: Mail" }).uncheck();
    await expect(page.getByText(`To ${address}, in the morning`)).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "somebody begins to follow me: Mail" })).not.toBeChecked();
    await expect(page.getByRole("checkbox", { name: "somebody I follow opens a room: Mail" })).toBeChecked();

    await ben.call("POST", `/api/people/${adasRoom.ada.id}/follow`);
    await ask("UPDATE follow SET created_at = now() - interval '1 day' WHERE follower_id = $1", [ben.id]);
    // Of Ada's rooms in other tests he misses none.
    await ask(
      "UPDATE going_live SET at = now() - CASE WHEN room_id = $2 THEN interval '5 minutes' ELSE interval '2 days' END WHERE person_id = $1",
      [adasRoom.ada.id, adasRoom.id],
    );
    await ask("UPDATE notification_settings SET seen_at = NULL WHERE person_id = $1", [ben.id]);
    await ask(
      "UPDATE mail_digest SET due_at = now(), told_until = now() - interval '1 hour', time_zone = $2 WHERE person_id = $1",
      [ben.id, zoneOfMorning()],
    );
    const mail = () => ask<{ subject: string; text: string }>(`SELECT * FROM dev_letter WHERE "to" = $1`, [address]);
    await expect.poll(async () => (await mail()).length, { timeout: 20_000 }).toBe(1);
    const [letter] = await mail();
    expect(letter?.subject).toContain("Ada Krüger opened “Tones at dusk” (live now)");

    const link = /^http.*\/unsubscribe\/.*$/m.exec(letter?.text ?? "")?.[0] ?? "";
    const { page: elsewhere } = await arrive("guest", { viewport: { width: 390, height: 844 } });
    await elsewhere.goto(link.replace("/unsubscribe/", "/api/unsubscribe/"));
    await expect(elsewhere).toHaveURL(link);
    const left = () => ask("SELECT FROM mail_digest WHERE person_id = $1", [ben.id]);
    expect(await left()).toHaveLength(1);
    await elsewhere.getByRole("button", { name: "End these mails" }).click();
    await expect(elsewhere.getByRole("status").filter({ hasText: "Done." })).toBeVisible();
    expect(await left()).toHaveLength(0);
  } finally {
    await ask("UPDATE person SET email = NULL, email_verified_at = NULL WHERE id = $1", [ben.id]);
    await ask("DELETE FROM notification_settings WHERE person_id = $1", [ben.id]);
    await ask("DELETE FROM mail_digest WHERE person_id = $1", [ben.id]);
    await ask("DELETE FROM follow WHERE follower_id = $1 AND followee_id = $2", [ben.id, adasRoom.ada.id]);
  }
});

test("two settings that are tapped at once both hold, however late the first is answered", async ({ arrive }) => {
  const { page } = await arrive("cleo");
  await page.goto("/settings/notifications");
  const [follows, clubs] = ["somebody begins to follow me", "I am invited to a club"].map((kind) =>
    page.getByRole("checkbox", { name: new RegExp(`^${kind}.*: Here$`) }),
  ) as [Locator, Locator];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Each answer tells all settings: sent together, the first one's could come last.
  const steps: string[] = [];
  await page.route("**/api/me/notifications/settings", async (route) => {
    steps.push("asked");
    const answer = await route.fetch();
    await held;
    steps.push("answered");
    await route.fulfill({ response: answer });
  });
  await follows.uncheck();
  await clubs.uncheck();
  release();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(follows).not.toBeChecked();
  await expect(clubs).not.toBeChecked();
  expect(steps).toEqual(["asked", "answered", "asked", "answered"]);
  await page.reload();
  await expect(follows).not.toBeChecked();
  await expect(clubs).not.toBeChecked();
  await follows.check();
  await clubs.check();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
});

/** A zone in which it is ten in the morning, whenever the test runs. */
function zoneOfMorning(): string {
  const ahead = 10 - new Date().getUTCHours();
  const near = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${near > 0 ? "-" : "+"}${Math.abs(near)}`;
}
