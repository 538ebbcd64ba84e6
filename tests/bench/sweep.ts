import { randomUUID } from "node:crypto";
import { report, rounded } from "@/tests/support/bench-report";
import { FakeMedia, LISTENS } from "@/tests/support/fake-media";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";

const ROOMS = 20;
const SEATS = 5_000;
const SWEEPS = 5;
/** How often the sweep runs. */
const INTERVAL_MS = 5_000;
/** Of each room, while the sweep looks: some drop, some connect. */
const MOVES = 100;

/**
 * One process sweeps twenty full rooms: 100,000 seats, each compared with what the media server lists. A stand-in lists as
 * LiveKit does, in the same process, so that its work counts too. Once where all is as it should be, then while in every
 * room a hundred people drop and a hundred connect, then with all those gone whose lease runs out.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded(["max_connections=100"]);
  const media = new FakeMedia();
  await media.start();
  process.env.DATABASE_URL = await copyTemplate(
    postgres.adminUrl,
    await ensureTemplate(postgres.adminUrl),
    "plenum_sweep",
  );
  Object.assign(process.env, {
    PLENUM_SECRET: "a secret that only this bench knows, 32+",
    LIVEKIT_API_KEY: "bench",
    LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    LOG_LEVEL: "error",
  });
  const { hotPool } = await import("@/lib/server/postgres/db");
  const { claimWork } = await import("@/lib/server/postgres/work-lease");
  const { sweepOnce } = await import("@/lib/worker/sweep-once");
  const { closeProcess } = await import("@/tests/support/close-process");
  try {
    const rooms = await fillRooms(media, hotPool());
    const fence = (await claimWork("sweep", "bench")) ?? -1n;
    const sweep = async () => {
      const before = performance.now();
      await sweepOnce(fence);
      return performance.now() - before;
    };
    await sweep();
    const quiet: number[] = [];
    for (let run = 0; run < SWEEPS; run++) quiet.push(await sweep());
    const moving: number[] = [];
    for (let run = 0; run < SWEEPS; run++) {
      for (const { roomId, people } of rooms) movePeople(media, roomId, people, run);
      moving.push(await sweep());
    }
    await hotPool().query("UPDATE seat SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL");
    const closing = await sweep();
    const { rows } = await hotPool().query<{ seats: number; wrong: number }>(
      `SELECT (SELECT count(*)::int FROM seat WHERE closed_at IS NULL) AS seats,
         (SELECT count(*)::int FROM room r WHERE r.open_seats <>
           (SELECT count(*) FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL)) AS wrong`,
    );
    const present = rooms.reduce((sum, { roomId }) => sum + (media.rooms.get(roomId)?.people.size ?? 0), 0);
    const [seats, wrong] = [rows[0]?.seats ?? -1, rows[0]?.wrong ?? -1];
    const figures = {
      rooms: ROOMS,
      seats: ROOMS * SEATS,
      quietMs: rounded(Math.max(...quiet)),
      movingMs: rounded(Math.max(...moving)),
      closingMs: rounded(closing),
      seatsLeft: seats,
      withinInterval: Math.max(...quiet, ...moving, closing) < INTERVAL_MS,
    };
    report("sweep", figures, [
      ...(seats === present ? [] : [`${seats} seats are open, ${present} people are connected`]),
      ...(wrong === 0 ? [] : [`${wrong} rooms count other seats than they have`]),
    ]);
  } finally {
    await closeProcess();
    await media.stop();
    await postgres.stop();
  }
}

type FilledRoom = { roomId: string; people: string[] };
type Pool = { query: (text: string, values?: unknown[]) => Promise<unknown> };

/** Twenty rooms, each with all its seats connected. */
async function fillRooms(media: FakeMedia, pool: Pool): Promise<FilledRoom[]> {
  const rooms: FilledRoom[] = [];
  for (let number = 0; number < ROOMS; number++) {
    const roomId = randomUUID();
    const people = Array.from({ length: SEATS }, () => randomUUID());
    const mediaSid = `RM_${roomId}`;
    media.rooms.set(roomId, { sid: mediaSid, name: roomId, people: new Map() });
    const sids = people.map((personId) => media.connect(roomId, personId, LISTENS));
    await pool.query(
      "INSERT INTO person (id, kind, name, portrait_seed) SELECT id, 'member', 'Person', 1 FROM unnest($1::uuid[]) AS p(id)",
      [people],
    );
    await pool.query(
      `INSERT INTO room (id, title, language, capacity, open_seats, created_by_id, live_at, media_sid)
       VALUES ($1, 'Bench', 'en', $2, $2, $3, now(), $4)`,
      [roomId, SEATS, people[0], mediaSid],
    );
    await pool.query("INSERT INTO room_clock (room_id) VALUES ($1)", [roomId]);
    await pool.query(
      `INSERT INTO seat (id, room_id, person_id, role, connected_at, media_sid)
       SELECT gen_random_uuid(), $1, p.id, 'listener', now(), p.sid FROM unnest($2::uuid[], $3::text[]) AS p(id, sid)`,
      [roomId, people, sids],
    );
    rooms.push({ roomId, people });
  }
  await pool.query("ANALYZE");
  return rooms;
}

/** Some drop; those who dropped the last time are back under another connection. */
function movePeople(media: FakeMedia, roomId: string, people: string[], run: number): void {
  for (const personId of people.slice(run * MOVES, (run + 1) * MOVES)) media.disconnect(roomId, personId);
  for (const personId of people.slice((run - 1) * MOVES, run * MOVES)) media.connect(roomId, personId, LISTENS);
}

await main();
