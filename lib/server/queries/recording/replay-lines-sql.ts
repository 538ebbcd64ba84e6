import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { BEGUN_AT_SQL, ENDED_AT_SQL } from "./audible-sql";

/**
 * The messages `l`, with their writers `p`, that stand beside a recording `g` for `viewer`, an SQL expression of a person: those of the
 * room's chat, written while it was made. What was deleted, and whom they may not know of, is not among them. Goes behind FROM.
 */
export const replayLinesSql = (viewer: string): string => `chat_line l JOIN person p ON p.id = l.person_id
  WHERE l.room_id = g.room_id AND l.channel = 'room' AND l.deleted_at IS NULL
    AND l.written_at >= ${BEGUN_AT_SQL} AND l.written_at <= ${ENDED_AT_SQL}
    AND p.given_up_at IS NULL AND ${personVisibleSql(viewer)}`;
