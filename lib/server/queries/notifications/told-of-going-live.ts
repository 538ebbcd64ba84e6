import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { mayHearOfGoingLiveSql, stillWantedSql } from "./told-sql-parts";

/** The same people as in whose list it stands (toldSql), out of those who look at a page. */
const TOLD_OF_SQL = `
SELECT o.id FROM unnest($1::uuid[]) AS o(id)
JOIN follow f ON f.follower_id = o.id AND f.followee_id = $2
JOIN going_live g ON g.person_id = $2 AND g.room_id = $3 AND g.at >= f.created_at
JOIN person p ON p.id = $2 JOIN room r ON r.id = $3
LEFT JOIN notification_settings s ON s.person_id = o.id
WHERE ${stillWantedSql("g.kind::text", "app", "s.changed")} AND ${mayHearOfGoingLiveSql("o.id")}`;

/** Which of these people are told in the app that this person went live in this room: one question for all of them. */
export async function toldOfGoingLive(
  people: readonly PersonId[],
  { personId, roomId }: { personId: PersonId; roomId: RoomId },
): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const { rows } = await hotPool().query<{ id: PersonId }>({
    name: "told-of-going-live",
    text: TOLD_OF_SQL,
    values: [people, personId, roomId],
  });
  return rows.map(({ id }) => id);
}
