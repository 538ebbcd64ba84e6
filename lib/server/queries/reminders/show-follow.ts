import type { PersonId, ShowId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { hiddenPeopleSql } from "@/lib/server/queries/people/person-visibility";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";
import type { ShowFollowView } from "@/lib/wire/reminders/views";

const SEEN_SQL = `SELECT sh.id, sh.title, sh.slug FROM show sh WHERE sh.id = $1::uuid AND ${showVisibleSql("$2::uuid")}`;

/** A published show, if this person may know of it. */
export async function visibleShow(
  caller: { id: PersonId } | null,
  showId: ShowId,
): Promise<{ id: ShowId; title: string; slug: string } | null> {
  const { rows } = await hotPool().query({
    name: "visible-show",
    text: SEEN_SQL,
    values: [showId, caller?.id ?? null],
  });
  return rows[0] ?? null;
}

const FOLLOWS_SQL = "SELECT FROM show_follow f WHERE f.show_id = $1::uuid AND f.person_id = $2::uuid";

const COUNT_SQL = `SELECT ((SELECT count(*) FROM show_follow f WHERE f.show_id = $1::uuid)
  - (SELECT count(*) FROM (${hiddenPeopleSql("NULL::uuid")}) hidden JOIN show_follow f ON f.person_id = hidden.id AND f.show_id = $1::uuid))::int AS count`;

/** Whether this person follows a show that they see, and how many members do. */
export async function showFollow(caller: { id: PersonId } | null, showId: ShowId): Promise<ShowFollowView> {
  const [mine, followers] = await Promise.all([
    caller && hotPool().query({ name: "follows-show", text: FOLLOWS_SQL, values: [showId, caller.id] }),
    keptForAll(`followers of show ${showId}`, async () => {
      const { rows } = await hotPool().query<{ count: number }>({
        name: "show-followers",
        text: COUNT_SQL,
        values: [showId],
      });
      return rows[0]?.count ?? 0;
    }),
  ]);
  return { followedByMe: (mine?.rowCount ?? 0) > 0, followers };
}
