import type pg from "pg";

export type Sizes = { people: number; follows: number; rooms: number; onStage: number; listening: number };

/** How many follow the one whom everybody follows: all the others. */
const CELEBRITY = 1;
/** How many the one follows who follows most. */
const FOLLOWS_OF_AVID = 10_000;
/** For each live room so many that ended, with their stages. */
const ENDED_ROOMS = 4;
const TOPICS = 60;
const LANGUAGES = "ARRAY['de','en','fr','es','pt-br','it','nl','pl','ar','ja']";

/** The id of the n-th person or room, an expression: in the order of making, and another in its first bytes, as ids of the product are. */
export const idSql = (kind: "p" | "r", n: string): string =>
  `(lpad(to_hex(${kind === "p" ? "" : "1073741824 + "}${n}), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;

/** A number below `below` that looks like chance, the same at every run. */
const chance = (n: string, salt: number, below: number | string): string =>
  `((hashint8(${n}::bigint * 1000 + ${salt})::bigint & 2147483647) % (${below}))::int`;

const INDEXES = `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition,
  (SELECT 'ALTER TABLE follow ADD CONSTRAINT ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid)
    FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype = 'p') AS as_key
  FROM pg_index i WHERE indrelid = 'follow'::regclass`;

/**
 * Fills an empty database with a graph of people, and with rooms that are live and that were. Everybody follows one celebrity, some
 * of the people on the stages, and some of everybody; the last person follows ten thousand. Tables are written without log, follows
 * without indexes, which are built again at the end.
 */
export async function fillGraph(client: pg.Client, sizes: Sizes, say: (done: string) => void): Promise<void> {
  const { people, rooms, onStage } = sizes;
  const run = async (name: string, text: string): Promise<void> => {
    const from = performance.now();
    await client.query(text);
    say(`${name} ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  };
  // Foreign keys are asked by triggers, twenty million times two; every id below is one that is there.
  await client.query(
    "SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET jit = off",
  );
  await run(
    "people",
    `INSERT INTO person (id, kind, handle, name, portrait_seed, created_at, languages)
     SELECT ${idSql("p", "n")}, 'member', 'p' || n, 'Person ' || n, n, now() - interval '30 days',
       (${LANGUAGES})[1 + ${chance("n", 1, 4)}:1 + ${chance("n", 1, 4)} + ${chance("n", 2, 2)}]
     FROM generate_series(1, ${people}) n`,
  );
  await follow(client, sizes, run);
  await run(
    "rooms",
    `INSERT INTO room (id, title, topics, language, kind, status, capacity, created_by_id, created_at, live_at, ended_at)
     SELECT ${idSql("r", "n")}, 'Room ' || n,
       ARRAY(SELECT 'Topic ' || (1 + ${chance("n * 10 + t", 3, TOPICS)}) FROM generate_series(1, ${chance("n", 4, 4)}) t),
       (${LANGUAGES})[1 + ${chance("n", 5, 10)}],
       (CASE ${chance("n", 6, 20)} WHEN 0 THEN 'closed' WHEN 1 THEN 'social' WHEN 2 THEN 'social' ELSE 'open' END)::"RoomKind",
       (CASE WHEN n > ${rooms} THEN 'ended' ELSE 'live' END)::"RoomStatus", 5000, ${idSql("p", `2 + (n - 1) * ${Math.floor(onStage / rooms)}`)},
       at, at, CASE WHEN n > ${rooms} THEN at + interval '1 hour' END
     FROM (SELECT n, CASE WHEN n > ${rooms} THEN now() - (n - ${rooms}) * interval '1 minute'
       ELSE now() - ${chance("n", 7, 28_800)} * interval '1 second' END AS at FROM generate_series(1, ${rooms * (1 + ENDED_ROOMS)}) n) made`,
  );
  await run("stages, audiences", seatsSql(sizes));
  await run(
    "counts",
    `UPDATE room r SET open_seats = s.seats FROM (SELECT room_id, count(*) AS seats FROM seat WHERE closed_at IS NULL GROUP BY 1) s WHERE s.room_id = r.id`,
  );
  await run(
    "blocks, bans, invitations, hidden rooms",
    `INSERT INTO block (blocker_id, blocked_id)
       SELECT ${idSql("p", "n")}, ${idSql("p", chance("n", 8, onStage).replace("::int", "::int + 2"))} FROM generate_series(${onStage + 2}, ${people}, 4) n ON CONFLICT DO NOTHING;
     INSERT INTO room_ban (id, room_id, person_id, banned_by_id)
       SELECT gen_random_uuid(), ${idSql("r", `1 + ${chance("n", 9, rooms)}`)}, ${idSql("p", "n")}, ${idSql("p", "2")} FROM generate_series(${onStage + 2}, ${people}, 50) n;
     INSERT INTO invitation (room_id, person_id, invited_by_id)
       SELECT ${idSql("r", `1 + ${chance("n", 10, rooms)}`)}, ${idSql("p", "n")}, ${idSql("p", "2")} FROM generate_series(${onStage + 2}, ${people}, 20) n;
     INSERT INTO hidden_room (person_id, room_id)
       SELECT ${idSql("p", "n")}, ${idSql("r", `1 + ${chance("n", 11, rooms)}`)} FROM generate_series(${onStage + 2}, ${people}, 10) n`,
  );
  await run("vacuum, analyse", "VACUUM (ANALYZE)");
  await client.query("RESET ALL");
}

type Run = (name: string, text: string) => Promise<void>;

/** Half of whom somebody follows speak now; the k-th is another than the ones before, since squares of small numbers differ. */
async function follow(client: pg.Client, { people, follows, onStage }: Sizes, run: Run): Promise<void> {
  const each = Math.round(follows / people) - 1;
  const half = Math.floor(each / 2);
  const { rows: indexes } = await client.query<{ name: string; definition: string; as_key: string | null }>(INDEXES);
  for (const { name, as_key } of indexes) {
    await client.query(as_key ? `ALTER TABLE follow DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`);
  }
  await client.query("ALTER TABLE follow SET UNLOGGED");
  const followee = `CASE WHEN k = 0 THEN ${CELEBRITY}
    WHEN k <= ${half} THEN 2 + (n * 7919::bigint + k * k * 104729) % ${onStage}
    ELSE ${onStage + 2} + (n * 7907::bigint + k * k * 104723) % ${people - onStage - 1} END`;
  await run(
    "follows",
    `INSERT INTO follow (follower_id, followee_id)
     SELECT ${idSql("p", "n")}, ${idSql("p", "other")} FROM (
       SELECT n, k, ${followee} AS other FROM generate_series(1, ${people - 1}) n, generate_series(0, ${each}) k
       UNION ALL SELECT ${people}, 0, 2 + k * ${Math.max(1, Math.floor((people - 3) / FOLLOWS_OF_AVID))} FROM generate_series(0, ${Math.min(FOLLOWS_OF_AVID, people - 3) - 1}) k
     ) wanted WHERE other <> n`,
  );
  for (const { definition, as_key } of indexes) await run("an index of follows", as_key ?? definition);
}

/** Everyone from the second person on speaks somewhere, so many a room; the next listen, most of them in few rooms. */
function seatsSql({ rooms, onStage, listening }: Sizes): string {
  const each = Math.floor(onStage / rooms);
  return `
  INSERT INTO seat (id, room_id, person_id, role, opened_at, stage_since, connected_at)
  SELECT gen_random_uuid(), ${idSql("r", `1 + (n - 2) / ${each}`)}, ${idSql("p", "n")},
    (CASE (n - 2) % ${each} WHEN 0 THEN 'host' WHEN 1 THEN 'moderator' ELSE 'speaker' END)::"Role",
    now() - n * interval '1 ms', now() - n * interval '1 ms', now()
  FROM generate_series(2, ${rooms * each + 1}) n;
  INSERT INTO seat (id, room_id, person_id, role, opened_at, connected_at)
  SELECT gen_random_uuid(), ${idSql("r", `1 + (${rooms} * power(${chance("n", 12, 1_000_000)} / 1000000.0, 2))::int % ${rooms}`)}, ${idSql("p", "n")},
    'listener', now() - n * interval '1 ms', now()
  FROM generate_series(${onStage + 2}, ${onStage + listening + 1}) n;
  INSERT INTO seat (id, room_id, person_id, role, opened_at, stage_since, closed_at)
  SELECT gen_random_uuid(), ${idSql("r", `${rooms} + 1 + n % ${rooms * ENDED_ROOMS}`)}, ${idSql("p", `2 + ${chance("n", 13, onStage + listening)}`)},
    (CASE WHEN n < ${rooms * ENDED_ROOMS} THEN 'host' WHEN n % 2 = 0 THEN 'speaker' ELSE 'listener' END)::"Role", now() - interval '1 day',
    CASE WHEN n < ${rooms * ENDED_ROOMS} OR n % 2 = 0 THEN now() - interval '1 day' END, now() - interval '23 hours'
  FROM generate_series(1, ${rooms * ENDED_ROOMS * 20}) n`;
}
