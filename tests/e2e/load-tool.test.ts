import { execFile } from "node:child_process";
import { expect } from "@playwright/test";
import { askDatabase } from "@/tests/support/running";
import { test } from "./support/people";

type Ended = { code: number; said: string };

/** As a person runs it, beside the product of these tests. */
function load(words: string[]): Promise<Ended> {
  const env = { ...process.env, PLENUM_DATA: process.env.PLENUM_E2E_DATA };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/load.mjs", ...words], { env }, (fault, stdout, stderr) => {
      resolve({ code: fault ? Number(fault.code ?? 1) : 0, said: stdout + stderr });
    });
  });
}

test("the load tool's listeners hear the demo room cleanly, and leave no seat behind", { tag: "@long" }, async ({
  product,
}) => {
  const { rooms } = await (await fetch(`${product.url}/api/rooms`)).json();
  const { id } = rooms.find((each: { demo: boolean }) => each.demo);
  const startedAt = new Date();
  const { code, said } = await load(["--room", id, "--listeners", "3", "--seconds", "10"]);
  expect(code, said).toBe(0);
  const line = JSON.parse(said.trimEnd().split("\n").at(-1) ?? "");
  expect(line).toMatchObject({ load: id, ended: "full", asked: 3, most: 3, spokenTo: 3, torn: 0, seatsLeft: 0 });
  expect(line.clean).toBe(3);
  expect(line.joinP50Ms).toBeGreaterThan(0);
  const [seats] = await askDatabase<{ taken: string; open: string }>(
    product.dataFolder,
    `SELECT count(*) AS taken, count(*) FILTER (WHERE s.closed_at IS NULL) AS open
       FROM seat s JOIN person p ON p.id = s.person_id
      WHERE s.room_id = $1 AND p.kind = 'guest' AND p.created_at >= $2`,
    [id, startedAt],
  );
  expect(seats).toEqual({ taken: "3", open: "0" });
});

test("a room that is not there is said to be none, and is a fault", async () => {
  const { code, said } = await load(["--room", "0193f0a0-0000-7000-8000-000000000001", "--listeners", "2"]);
  expect(code).toBe(1);
  expect(said).toContain("not in: 2 × not_found");
});
