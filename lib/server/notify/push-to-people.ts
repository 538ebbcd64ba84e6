import type { ClubId, PersonId, RoomId, ShowId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

/** Nothing is written for whoever takes no pushes; of what is pushed to nobody at first, only for whoever wants it. */
const PUSH_SQL = `
INSERT INTO personal_push (id, person_id, kind, by_id, room_id, club_id, show_id, guest_id, interpreter_id)
SELECT uuidv7(), told.id, $2, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::uuid FROM unnest($1::uuid[]) AS told(id)
WHERE EXISTS (SELECT FROM push_subscription s WHERE s.person_id = told.id)
  AND ($2 IN ('ping', 'show') OR EXISTS (
    SELECT FROM notification_settings t WHERE t.person_id = told.id AND $2::text || '.push' = ANY(t.changed)))`;

type Push = {
  personIds: readonly PersonId[];
  kind: "ping" | "follow" | "club" | "show";
  byId: PersonId;
  roomId?: RoomId;
  clubId?: ClubId;
  showId?: ShowId;
  guestId?: string;
  interpreterId?: string;
};

/** Leaves a push about something that is these people's alone to the worker, which sends it once at most, if it is wanted then. */
export async function pushToPeople(sql: Sql, { personIds, kind, byId, ...of }: Push): Promise<void> {
  const about = [of.roomId, of.clubId, of.showId, of.guestId, of.interpreterId].map((id) => id ?? null);
  await sql.rows("push-to-people", PUSH_SQL, [personIds, kind, byId, ...about]);
}
