import pg from "pg";
import { readRunRecord } from "../start/processes/run-record.mjs";

/**
 * Seats people in a room until `leave` of its seats are free, straight in the database: nobody signs up five thousand people for
 * a picture. `followed`: every so many-th is followed by whoever's handle is `by`.
 */
export async function fillHall(dataFolder, roomId, { by, followed, leave }) {
  const client = new pg.Client({ connectionString: readRunRecord(dataFolder).environment.DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query("SELECT capacity - open_seats AS free FROM room WHERE id = $1 FOR UPDATE", [
      roomId,
    ]);
    const count = Math.max(0, rows[0].free - leave);
    await client.query(
      `WITH fresh AS (
         INSERT INTO person (id, kind, handle, name, portrait_seed, created_at)
         SELECT gen_random_uuid(), 'member', 'hall_' || right(gen_random_uuid()::text, 12), 'Listener ' || n, n, now() - interval '30 days'
         FROM generate_series(1, $2::int) n RETURNING id, portrait_seed AS n),
       seats AS (
         INSERT INTO seat (id, room_id, person_id, role)
         SELECT gen_random_uuid(), $1::uuid, id, 'listener' FROM fresh)
       INSERT INTO follow (follower_id, followee_id)
       SELECT (SELECT id FROM person WHERE handle = $3), id FROM fresh WHERE n % $4::int = 0`,
      [roomId, count, by, followed],
    );
    await client.query("UPDATE room SET open_seats = open_seats + $2 WHERE id = $1", [roomId, count]);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}
