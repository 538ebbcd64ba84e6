import type { RecordingId, RoomId } from "@/lib/domain/ids";
import { isRecordable } from "@/lib/domain/recording/recording";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { ReplayChatPage } from "@/lib/wire/recording/views";
import { AUDIBLE_SQL, BEGUN_AT_SQL, sinceBegunSql } from "./audible-sql";
import { replayLinesSql } from "./replay-lines-sql";

const A_PAGE = 50;

/** Around a moment more is read of what comes than of what was. */
const BEFORE_A_MOMENT = 20;

type Asked = { before?: number; after?: number; at: number };

/** `lines`: in the order in which they were asked, one more than so many where there are more. */
type Row = { lines: (Omit<ReplayChatPage["lines"][number], "person"> & { person: FaceJson })[] } & Parameters<
  typeof isRecordable
>[0];

/** `back`: those before the number $4, or up to the moment $5. `on`: those after them. */
const linesSql = (way: "back" | "on"): string => {
  const [order, sign, moment] = way === "back" ? ["DESC", "<", "<="] : ["ASC", ">", ">"];
  return `
SELECT r.kind, r.main_room_id AS "mainRoomId", (SELECT coalesce(json_agg(w.line ORDER BY w.number ${order}), '[]') FROM (
  SELECT l.number, json_build_object('number', l.number, 'person', ${FACE_JSON_SQL}, 'text', l.text,
    'atMs', ${sinceBegunSql("l.written_at")}) AS line
  FROM ${replayLinesSql("$3::uuid")} AND ($4::bigint IS NULL OR l.number ${sign} $4)
    AND ($5::float8 IS NULL OR l.written_at ${moment} ${BEGUN_AT_SQL} + $5 * interval '1 millisecond')
  ORDER BY l.number ${order} LIMIT $6) w) AS lines
FROM recording g JOIN room r ON r.id = g.room_id WHERE g.id = $1 AND g.room_id = $2 AND ${AUDIBLE_SQL}`;
};

const SQL = { back: linesSql("back"), on: linesSql("on") };

/**
 * A page of what was written while a recording was made, for somebody who sees its room; null for others, and where the recording
 * cannot be heard. Whom they may not know of is not in it: nobody leads a room that is over, so that nobody sees more.
 */
export async function replayChat(
  caller: Caller | null,
  of: { roomId: RoomId; recordingId: RecordingId },
  { before, after, at }: Asked,
): Promise<ReplayChatPage | null> {
  if (!(await visibleRoom(caller, of.roomId))) return null;
  const read = async (way: "back" | "on", from: { number?: number; ms?: number }, limit: number) => {
    const values = [of.recordingId, of.roomId, caller?.id ?? null, from.number ?? null, from.ms ?? null, limit + 1];
    const { rows } = await hotPool().query<Row>({ name: `replay-chat-${way}`, text: SQL[way], values });
    const [row] = rows;
    if (!row || !isRecordable(row)) return null;
    const lines = row.lines.slice(0, limit).map(({ person, ...line }) => ({ ...line, person: faceOfJson(person) }));
    return { lines: way === "back" ? lines.reverse() : lines, more: row.lines.length > limit };
  };
  if (before !== undefined) {
    const page = await read("back", { number: before }, A_PAGE);
    return page && { lines: page.lines, earlier: page.more, later: true };
  }
  if (after !== undefined) {
    const page = await read("on", { number: after }, A_PAGE);
    return page && { lines: page.lines, earlier: true, later: page.more };
  }
  const [was, comes] = [
    await read("back", { ms: at }, BEFORE_A_MOMENT),
    await read("on", { ms: at }, A_PAGE - BEFORE_A_MOMENT),
  ];
  if (!was || !comes) return null;
  return { lines: [...was.lines, ...comes.lines], earlier: was.more, later: comes.more };
}
