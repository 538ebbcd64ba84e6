import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { PersonFace } from "@/lib/wire/people/views";

const PAGE_SQL = `
SELECT r.title, r.description, r.language, r.scheduled_for AS "scheduledFor", e.minutes, sh.title AS "showTitle", sh.zone,
  g.state, (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = g.invited_by_id) AS by
FROM episode_guest g JOIN episode e ON e.room_id = g.room_id JOIN room r ON r.id = g.room_id
LEFT JOIN show sh ON sh.id = r.show_id WHERE g.id = $1::uuid`;

type PageRow = Omit<InvitationPage, "by" | "scheduledFor"> & { by: FaceJson | null; scheduledFor: Date | null };

/** What somebody with a guest's link may know, whatever the room's kind: to what, when and by whom they are invited. */
export type InvitationPage = {
  title: string;
  description: string;
  language: string;
  scheduledFor: string | null;
  minutes: number;
  showTitle: string | null;
  zone: string | null;
  state: "invited" | "accepted" | "declined" | "revoked";
  by: PersonFace | null;
};

/** Null where the guest is there no more. */
export async function invitationPage(guestId: string): Promise<InvitationPage | null> {
  const { rows } = await hotPool().query<PageRow>({ name: "invitation-page", text: PAGE_SQL, values: [guestId] });
  const [row] = rows;
  return row
    ? { ...row, scheduledFor: row.scheduledFor?.toISOString() ?? null, by: row.by && faceOfJson(row.by) }
    : null;
}
