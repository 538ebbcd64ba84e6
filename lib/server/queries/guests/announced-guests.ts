import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { AnnouncedGuest } from "@/lib/wire/guests/views";

/** A member is only shown to who may know of them, and the guest of a browser by the name that they gave. */
const GUESTS_SQL = `
SELECT g.id, g.name, g.state, g.words, p.face AS person FROM episode_guest g
LEFT JOIN LATERAL (SELECT ${FACE_JSON_SQL} AS face FROM person p
  WHERE p.id = g.person_id AND p.kind = 'member' AND ${personVisibleSql("$1::uuid")}) p ON true
WHERE g.room_id = $2::uuid AND g.shown AND g.state <> 'revoked' ORDER BY g.place, g.id`;

type GuestRow = Omit<AnnouncedGuest, "person"> & { person: FaceJson | null };

type Viewer = { id: PersonId } | null;

/** The guests whom the hosts announce, for somebody who may know of the episode. Visitors without an account share one answer, at most a second old. */
export const announcedGuests = (caller: Viewer, roomId: string): Promise<AnnouncedGuest[]> =>
  caller ? readGuests(caller, roomId) : keptForAll(`announced guests ${roomId}`, () => readGuests(null, roomId));

async function readGuests(caller: Viewer, roomId: string): Promise<AnnouncedGuest[]> {
  const { rows } = await hotPool().query<GuestRow>({
    name: "announced-guests",
    text: GUESTS_SQL,
    values: [caller?.id ?? null, roomId],
  });
  return rows.map(({ person, ...guest }) => ({ ...guest, person: person && faceOfJson(person) }));
}
