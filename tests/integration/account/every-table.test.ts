import { expect, it } from "vitest";
import { BATCHES } from "@/lib/server/account/erase-account";
import { hotPool } from "@/lib/server/postgres/db";

/** Emptied with the row itself, in its last transaction. */
const WITH_THE_ROW = [
  "access_token",
  "data_export",
  "episode_guest",
  "hand",
  "invite_code",
  "oauth_account",
  "session",
];

/** Words of a search, which follow the name by themselves. */
const BY_ITSELF = ["person_word"];

/** Deleted with its files: `deleteRecordingsOf`. What somebody answered when they were asked is kept with the sound of others. */
const RECORDED = ["recording", "recording_answer"];

/** What stays, since others are in it, or rooms and their logs point to it; it says no more than that somebody was there. */
const KEPT = ["club", "room", "seat", "show"];

it("what becomes of each table that belongs to a person is decided, so that a new one is thought of", async () => {
  const { rows } = await hotPool().query<{ table: string; column: string }>(`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass`);
  const batched = BATCHES.map(([table, column]) => `${table}.${column}`);
  const undecided = rows
    .filter(({ table, column }) => !batched.includes(`${table}.${column}`))
    .filter(({ table }) => ![...WITH_THE_ROW, ...BY_ITSELF, ...RECORDED, ...KEPT].includes(table));
  expect(undecided).toEqual([]);
  expect(rows.length).toBeGreaterThan(10);
});
