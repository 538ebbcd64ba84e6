import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { SITTING_SQL } from "./sitting";
import { TASTES_SQL } from "./tastes-sql";

/** Whom somebody follows, in one family. */
export type KnownHere = { roomId: string; onStage: number; listening: number; firstOnStage: string | null };

/** `topicKey`: of the topic that is asked for. `hasBlocks`: this person has blocked somebody. */
export type MyTies = {
  languages: string[];
  topics: string[];
  topicKey: string | null;
  known: KnownHere[];
  hasBlocks: boolean;
};

const TIES_SQL = `
WITH ${SITTING_SQL},
known AS MATERIALIZED (
  SELECT coalesce(t.main_room_id, t.room_id) AS "roomId",
    count(*) FILTER (WHERE t.on_stage AND t.main_room_id IS NULL)::int AS "onStage",
    count(*) FILTER (WHERE NOT t.on_stage OR t.main_room_id IS NOT NULL)::int AS listening,
    (array_agg(t.person_id ORDER BY t.role, t.stage_since, t.seat_id) FILTER (WHERE t.on_stage AND t.main_room_id IS NULL))[1] AS "firstOnStage"
  FROM (SELECT s.*, (SELECT sr.main_room_id FROM room sr WHERE sr.id = s.room_id) AS main_room_id FROM sitting s OFFSET 0) t GROUP BY 1),${TASTES_SQL}
SELECT coalesce((SELECT me.languages FROM me), '{}') AS languages, coalesce((SELECT me.topics FROM me), '{}') AS topics, lower(normalize($2::text, NFC)) AS "topicKey",
  coalesce((SELECT json_agg(k) FROM known k), '[]') AS known,
  EXISTS (SELECT FROM block b WHERE b.blocker_id = $1::uuid) AS "hasBlocks"`;

/** What ties the live rooms to somebody, nothing for a visitor without an account. `topic`: as they ask for it. */
export async function tiesOf(caller: { id: PersonId } | null, topic: string | undefined): Promise<MyTies> {
  const values = [caller?.id ?? null, topic ?? null];
  const { rows } = await hotPool().query<MyTies>({ name: "ties", text: TIES_SQL, values });
  const [ties] = rows;
  if (!ties) throw new Error("A statement of one row has none.");
  return ties;
}
