import type { Transaction } from "@/lib/server/postgres/db";
import type { Evidence } from "@/lib/wire/reports/views";
import type { Subject } from "./find-subject";

/** Messages before and after the one that is reported, and of a room its last. */
const LINES_AROUND = 10;

/** What moderators did last in a room. */
const LOG_ENTRIES = 20;

type Line = { name: string; by: string | null; at: Date | null; text: string };

const PERSON_SQL = `
SELECT n.name, NULL AS by, NULL::timestamptz AS at, n.text FROM person p CROSS JOIN LATERAL (VALUES
  ('name', p.name), ('handle', p.handle), ('bio', p.bio), ('links', array_to_string(p.links, ' ')), ('portrait', p.portrait_key)) n(name, text)
WHERE p.id = $1::uuid AND coalesce(n.text, '') <> ''`;

const ROOM_SQL = `
SELECT n.name, NULL AS by, NULL::timestamptz AS at, n.text FROM room r CROSS JOIN LATERAL (VALUES
  ('title', r.title), ('description', r.description), ('topics', array_to_string(r.topics, ', ')), ('status', r.status::text)) n(name, text)
WHERE r.id = $1::uuid AND n.text <> ''`;

const STAGE_SQL = `
SELECT 'stage' AS name, p.name AS by, s.stage_since AS at, s.role::text AS text FROM seat s JOIN person p ON p.id = s.person_id
WHERE s.room_id = $1::uuid AND s.closed_at IS NULL AND s.role <> 'listener' ORDER BY s.role, s.stage_since, s.id LIMIT 100`;

const LOG_SQL = `
SELECT 'log' AS name, p.name AS by, e.at, e.type AS text FROM room_event e LEFT JOIN person p ON p.id = e.actor_id
WHERE e.room_id = $1::uuid AND e.audience <> 'person' ORDER BY e.version DESC LIMIT ${LOG_ENTRIES}`;

/** `$2`: the number of the message; null for the last ones. */
const CHAT_SQL = `
SELECT * FROM (
  (SELECT CASE WHEN l.number = $2::bigint THEN 'message' ELSE 'chat' END AS name, p.name AS by, l.written_at AS at, l.text, l.number
    FROM chat_line l JOIN person p ON p.id = l.person_id
    WHERE l.room_id = $1::uuid AND l.channel = 'room' AND l.deleted_at IS NULL AND ($2::bigint IS NULL OR l.number <= $2::bigint)
    ORDER BY l.number DESC LIMIT ${LINES_AROUND + 1})
  UNION ALL
  (SELECT 'chat', p.name, l.written_at, l.text, l.number FROM chat_line l JOIN person p ON p.id = l.person_id
    WHERE l.room_id = $1::uuid AND l.channel = 'room' AND l.deleted_at IS NULL AND l.number > $2::bigint
    ORDER BY l.number LIMIT ${LINES_AROUND})) c ORDER BY c.number`;

const SHOW_SQL = `
SELECT n.name, NULL AS by, NULL::timestamptz AS at, n.text FROM show s CROSS JOIN LATERAL (VALUES
  ('title', s.title), ('description', s.description), ('picture', s.picture_key)) n(name, text)
WHERE s.id = $1::uuid AND coalesce(n.text, '') <> ''`;

const RECORDING_SQL = `
SELECT 'speaks' AS name, p.name AS by, g.begun_at AS at, t.from_ms || '–' || t.to_ms || ' ms' AS text
FROM recording g JOIN recording_turn t ON t.recording_id = g.id JOIN person p ON p.id = t.person_id
WHERE g.id = $1::uuid ORDER BY t.from_ms LIMIT 200`;

/** Writes down what is there now, in the transaction that opens a case: it may be gone when somebody looks. */
export async function takeEvidence(tx: Transaction, { kind, subject, roomId }: Subject): Promise<Evidence> {
  const read = (sql: string, ...values: unknown[]): Promise<Line[]> => tx.$queryRawUnsafe<Line[]>(sql, ...values);
  const message = kind === "message" ? Number(subject.split(":")[1]) : null;
  const ofKind: Record<Subject["kind"], () => Promise<Line[][]>> = {
    person: async () => [await read(PERSON_SQL, subject)],
    show: async () => [await read(SHOW_SQL, subject)],
    recording: async () => [await read(ROOM_SQL, roomId), await read(RECORDING_SQL, subject)],
    message: async () => [
      await read(ROOM_SQL, roomId),
      await read(CHAT_SQL, roomId, message),
      await read(STAGE_SQL, roomId),
    ],
    room: async () => [
      await read(ROOM_SQL, roomId),
      await read(STAGE_SQL, roomId),
      await read(CHAT_SQL, roomId, null),
      await read(LOG_SQL, roomId),
    ],
    address: async () => [],
  };
  const lines = (await ofKind[kind]()).flat();
  return lines.map(({ name, by, at, text }) => ({ name, by, at: at?.toISOString() ?? null, text }));
}
