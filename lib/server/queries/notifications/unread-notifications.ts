import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { SEEN_AT, toldSql } from "./told-sql";

/** Counted no further; the bell says so. */
const MAX_UNREAD = 100;

const ALL = "('infinity'::timestamptz, '')";

const UNREAD_SQL = `WITH ${toldSql("app", SEEN_AT, ALL, MAX_UNREAD)} SELECT least(count(*), ${MAX_UNREAD})::int AS unread FROM told`;

/** How much of what this person is told they have not seen; the followers of a day are one. */
export async function unreadNotifications(caller: { id: PersonId }): Promise<{ unread: number }> {
  const { rows } = await hotPool().query<{ unread: number }>({
    name: "unread-notifications",
    text: UNREAD_SQL,
    values: [caller.id],
  });
  return { unread: rows[0]?.unread ?? 0 };
}
