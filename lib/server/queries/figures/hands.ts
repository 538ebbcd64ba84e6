import { hotPool } from "@/lib/server/postgres/db";
import type { LedRoom } from "./led-room";

const MOST_QUESTIONS = 20;

/** Those raised while the room was live, in all of its rooms. */
const HANDS_SQL = `
WITH hands AS (
  SELECT h.person_id, h.raised_at, btrim(h.question) AS question, h.outcome = 'offered' AS called
  FROM hand h WHERE h.closed_at IS NOT NULL AND h.raised_at < $2::timestamptz AND h.room_id IN (
    SELECT $1::uuid UNION ALL SELECT f.id FROM room f WHERE f.main_room_id = $1::uuid
    UNION ALL SELECT f.id FROM room f WHERE f.after_talk_of_id = $1::uuid)),
asked AS (
  SELECT min(question) AS text, count(DISTINCT person_id)::int AS people, coalesce(bool_or(called), false) AS "calledUp", min(raised_at) AS at
  FROM hands WHERE question <> '' GROUP BY lower(question)
  ORDER BY people DESC, "calledUp" DESC, at, text LIMIT ${MOST_QUESTIONS})
SELECT count(*)::int AS raised, count(DISTINCT person_id)::int AS people, (count(*) FILTER (WHERE called))::int AS "calledUp",
  (SELECT coalesce(json_agg(a ORDER BY a.people DESC, a."calledUp" DESC, a.at, a.text), '[]') FROM asked a) AS questions
FROM hands`;

type Hands = { raised: number; people: number; calledUp: number };

type Question = { text: string; people: number; calledUp: boolean; at: string };

/** Hands, and what people wrote with them: first what most wrote, then whom the stage was offered. */
export async function handFigures({ id, to }: LedRoom): Promise<{ hands: Hands; questions: Question[] }> {
  const { rows } = await hotPool().query<Hands & { questions: Question[] }>({
    name: "figures-hands",
    text: HANDS_SQL,
    values: [id, to],
  });
  const { questions, ...hands } = rows[0] ?? { raised: 0, people: 0, calledUp: 0, questions: [] };
  return { hands, questions: questions.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) };
}
