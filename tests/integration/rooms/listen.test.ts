import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { hotPool } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!holds() && performance.now() < end) await sleep(10);
  expect(holds()).toBe(true);
}

const notify = (channel: string, payload: string) => hotPool().query("SELECT pg_notify($1, $2)", [channel, payload]);

const listeners = async () => {
  const { rows } = await hotPool().query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'plenum-listen'",
  );
  return rows.map((row) => row.pid);
};

it("all channels share one connection, and a lost one comes back and wakes everybody", async () => {
  const one: (string | null)[] = [];
  const two: (string | null)[] = [];
  const stopOne = listen("one", (payload) => one.push(payload));
  listen("two", (payload) => two.push(payload));
  await until(() => one.includes(null) && two.includes(null));
  await notify("one", "a");
  await until(() => one.includes("a"));
  expect(two).toEqual([null]);

  const [pid, ...others] = await listeners();
  expect(others).toEqual([]);
  await hotPool().query("SELECT pg_terminate_backend($1)", [pid]);
  await until(() => one.filter((payload) => payload === null).length === 2 && two.length === 2);
  await notify("two", "b");
  await until(() => two.includes("b"));

  stopOne();
  await notify("one", "c");
  await notify("two", "d");
  await until(() => two.includes("d"));
  expect(one).not.toContain("c");
});
