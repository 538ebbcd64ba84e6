import { expect } from "@playwright/test";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { expectTone, soundOf } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/people";
import { expectState, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { askDatabase, pidOf } from "@/tests/support/running";

/** Of each of a process's two pools, unless PLENUM_DB_POOL says otherwise (lib/env.ts). */
const POOL = 10;
/** Listening for notices takes a connection of its own a process. */
const LISTENING = 1;

test("processes hold no more connections than their pools say, however much is asked at once", async ({
  product,
  adasRoom: { id },
}) => {
  const pages = ["/", `/rooms/${id}`, "/api/rooms", `/api/rooms/${id}`, "/people/ada", "/sign-in"];
  const asked = Array.from({ length: 120 }, (_, index) => fetch(product.url + pages[index % pages.length]));
  const held = () =>
    askDatabase<{ name: string; held: number }>(
      product.dataFolder,
      "SELECT application_name AS name, count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1",
    );
  const samples = [await held()];
  // A machine busy with other things may answer some with 503; what is counted here are connections.
  expect((await Promise.all(asked)).some((answer) => answer.ok)).toBe(true);
  samples.push(await held());
  const processes = readRunRecord(product.dataFolder).children.filter(({ name }) =>
    ["web", "worker", "relay"].includes(name),
  ).length;
  for (const sample of samples) {
    const ofPool = (name: string) => sample.find((each) => each.name === name)?.held ?? 0;
    expect(ofPool("plenum")).toBeLessThanOrEqual(POOL * processes);
    expect(ofPool("plenum-hot")).toBeLessThanOrEqual(POOL * processes);
    const all = sample.filter(({ name }) => name !== "plenum-tests").reduce((sum, each) => sum + each.held, 0);
    expect(all, JSON.stringify(sample)).toBeLessThanOrEqual((2 * POOL + LISTENING) * processes + POOL);
  }
});

test("with Postgres away the API asks for patience, sound goes on, and all recovers without a restart", async ({
  arrive,
  product,
  adasRoom: { id, ada },
}) => {
  test.setTimeout(120_000);
  const dev = await arrive("dev");
  await openTheStage(ada, id, dev);
  await expectTone(dev.page, TONES.ada);
  const webBefore = pidOf(product.dataFolder, "web");

  process.kill(pidOf(product.dataFolder, "postgres"), "SIGKILL");
  // The supervisor waits for half a second before it starts Postgres again.
  const away = await dev.context.request.get(`/api/rooms/${id}/mine`);
  expect(away.status()).toBe(503);
  expect(Number(away.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await away.json()).toMatchObject({ error: { code: "database_away" } });
  expect((await soundOf(dev.page, TONES.ada)).playing).toBeGreaterThan(0);
  await expectTone(dev.page, TONES.ada, { withinMs: 1_000 });

  await expect.poll(async () => (await fetch(`${product.url}/api/ready`)).status, { timeout: 40_000 }).toBe(200);
  await expectTone(dev.page, TONES.ada);
  await dev.call("POST", `/api/rooms/${id}/hand`);
  await expect(ada.page.getByTestId("hands").locator(`[data-person="${dev.id}"]`)).toBeVisible();
  await expectState(dev.page, "live");
  expect(pidOf(product.dataFolder, "web")).toBe(webBefore);
});
