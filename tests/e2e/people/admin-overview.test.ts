import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";
import { askDatabase } from "@/tests/support/running";

const OPEN =
  "SELECT count(*)::int AS people FROM seat s JOIN room r ON r.id = s.room_id WHERE s.closed_at IS NULL AND r.status = 'live'";

test("an admin's numbers follow the database while people come and go, and every part is well", async ({
  arrive,
  product,
  adasRoom: { id },
}) => {
  const [dev, eve] = [await arrive("dev"), await arrive("eve")];
  const setAdmin = (admin: boolean) =>
    askDatabase(product.dataFolder, "UPDATE person SET admin = $2 WHERE id = $1", [eve.id, admin]);
  await setAdmin(true);
  await eve.page.goto("/admin");
  const shown = eve.page.locator('[data-number="people"] dd');
  const isTrue = async () => {
    const [row] = await askDatabase<{ people: number }>(product.dataFolder, OPEN, []);
    return (await shown.textContent()) === String(row?.people);
  };
  await expect.poll(isTrue).toBe(true);
  // Seats of tests before may still go meanwhile: the truth is asked anew each time.
  await listen(dev, id);
  await expect.poll(isTrue).toBe(true);
  await dev.context.request.delete(`/api/rooms/${id}/seat`);
  await expect.poll(isTrue).toBe(true);
  for (const part of ["database", "migrations", "media", "worker", "relay"])
    await expect(eve.page.locator(`[data-part="${part}"]`)).toHaveAttribute("data-state", "well");
  await askDatabase(
    product.dataFolder,
    "INSERT INTO sample VALUES (date_trunc('hour', now() - interval '30 hours'), 1, 0, 41, 2, 3, 0, 0, 0) ON CONFLICT DO NOTHING",
    [],
  );
  await eve.page.getByText("7 days").click();
  const chart = eve.page.getByRole("img", { name: /^People: the most in each stretch of the last 7 days/ });
  await expect(chart.locator("[data-state=drawn]")).toBeVisible();
  await setAdmin(false);
  await eve.page.reload();
  await expect(eve.page.getByTestId("numbers")).toHaveCount(0);
});
