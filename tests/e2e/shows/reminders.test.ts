import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import ICAL from "ical.js";
import { type Person, test } from "@/tests/e2e/support/people";
import type { Product } from "@/tests/support/product";
import { askDatabase } from "@/tests/support/running";

const HOUR_MS = 60 * 60_000;

/** An announced episode of Ada's, three hours from now. */
async function plan(
  product: Pick<Product, "dataFolder">,
  ada: Person,
): Promise<{ roomId: string; title: string; at: Date }> {
  const [roomId, at] = [randomUUID(), new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3 * HOUR_MS)];
  const title = `Owls ${roomId.slice(0, 8)}`;
  await askDatabase(
    product.dataFolder,
    `WITH room AS (
       INSERT INTO room (id, title, language, capacity, status, created_by_id, scheduled_for)
       VALUES ($1, $2, 'en', 5000, 'scheduled', $3, $4) RETURNING id),
     clock AS (INSERT INTO room_clock (room_id) SELECT id FROM room)
     INSERT INTO episode (room_id, published_at) SELECT id, now() FROM room`,
    [roomId, title, ada.id, at],
  );
  return { roomId, title, at };
}

/** What the countdown says is left. */
async function secondsLeft(page: Page): Promise<number> {
  const [hours = 0, minutes = 0, seconds = 0] = (await page.getByRole("timer").locator("dd").allTextContents()).map(
    Number,
  );
  return hours * 3_600 + minutes * 60 + seconds;
}

test("Dev says that he will be there and a visitor is reminded by mail: both are told once that it begins soon", async ({
  arrive,
  product,
}) => {
  const [ada, dev, guest] = [await arrive("ada"), await arrive("dev"), await arrive("guest")];
  const { roomId, title, at } = await plan(product, ada);
  const address = `eve-${randomUUID()}@example.org`;
  const letters = () =>
    askDatabase<{ subject: string; text: string }>(
      product.dataFolder,
      `SELECT subject, text FROM dev_letter WHERE "to" = $1 ORDER BY created_at`,
      [address],
    );
  try {
    await dev.page.goto(`/rooms/${roomId}`);
    await dev.page.getByRole("button", { name: "I’ll be there" }).click();
    await expect(dev.page.getByRole("button", { name: "You’ll be there", pressed: true })).toBeVisible();
    await expect(dev.page.getByText("One person will be there")).toBeVisible();
    // Taken back, and back again.
    await dev.page.getByRole("button", { name: "You’ll be there" }).click();
    await expect(dev.page.getByText("Nobody has said yet that they will come")).toBeVisible();
    await dev.page.getByRole("button", { name: "Undo" }).click();
    await expect(dev.page.getByText("One person will be there")).toBeVisible();
    await expect.poll(() => dev.call("GET", `/api/rooms/${roomId}/attendance`)).toMatchObject({ attending: true });

    const file = await guest.context.request.get(`/rooms/${roomId}/calendar.ics`);
    const event = new ICAL.Component(ICAL.parse(await file.text())).getFirstSubcomponent("vevent");
    expect(event && new ICAL.Event(event).startDate.toJSDate()).toEqual(at);

    await guest.page.goto(`/rooms/${roomId}`);
    await guest.page.getByText("Remind me by mail").click();
    await guest.page.getByLabel("Mail address").fill(address);
    await guest.page.getByRole("button", { name: "Remind me" }).click();
    await expect(guest.page.getByText("Look into your mail")).toBeVisible();
    const link = /^http.*\/reminders\/confirm\/.*$/m.exec((await letters())[0]?.text ?? "")?.[0] ?? "";
    await guest.page.goto(link);
    await guest.page.getByRole("button", { name: "Yes, remind me" }).click();
    await expect(guest.page.getByRole("status").filter({ hasText: "Done." })).toBeVisible();

    await dev.page.goto("/");
    const soon = "UPDATE room SET scheduled_for = now() + interval '10 minutes' WHERE id = $1";
    await askDatabase(product.dataFolder, soon, [roomId]);
    await expect(dev.page.getByRole("link", { name: /^Notifications, \d+ new/ })).toBeVisible({ timeout: 15_000 });
    await dev.page.goto("/notifications");
    await expect(dev.page.getByText(`“${title}” begins soon`)).toHaveCount(1);
    await expect.poll(async () => (await letters()).length, { timeout: 20_000 }).toBe(2);
    const [, letter] = await letters();
    expect(letter?.subject.replace(/[\u2066-\u2069]/g, "")).toBe(`“${title}” begins soon`);

    await guest.page.goto(/^http.*\/reminders\/a\..*$/m.exec(letter?.text ?? "")?.[0] ?? "");
    await guest.page.getByRole("button", { name: "End these mails" }).click();
    await expect(guest.page.getByRole("status").filter({ hasText: "Done." })).toBeVisible();
    const left = "SELECT FROM mail_reminder WHERE address = $1";
    expect(await askDatabase(product.dataFolder, left, [address])).toEqual([]);
  } finally {
    await askDatabase(product.dataFolder, "DELETE FROM room WHERE id = $1", [roomId]);
  }
});

test("the countdown goes by the server's clock, whatever the device's shows", async ({ arrive, product }) => {
  const [ada, guest] = [await arrive("ada"), await arrive("guest")];
  const { roomId, at } = await plan(product, ada);
  try {
    const { page } = guest;
    // A device that is seven hours ahead.
    await page.addInitScript(`{
      const Right = Date;
      const ahead = ${7 * HOUR_MS};
      window.Date = class extends Right {
        constructor(...given) { given.length === 0 ? super(Right.now() + ahead) : super(...given); }
        static now() { return Right.now() + ahead; }
      };
    }`);
    await page.goto(`/rooms/${roomId}`);
    await expect(page.getByRole("timer")).toBeVisible();
    const first = await secondsLeft(page);
    // It goes on, once the page's script runs.
    await expect.poll(() => secondsLeft(page)).toBeLessThan(first);
    expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 6 * HOUR_MS);
    const right = (at.getTime() - Date.now()) / 1_000;
    expect(Math.abs((await secondsLeft(page)) - right)).toBeLessThan(4);
  } finally {
    await askDatabase(product.dataFolder, "DELETE FROM room WHERE id = $1", [roomId]);
  }
});
