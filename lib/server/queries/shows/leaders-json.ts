import type { ShowRole } from "@/lib/domain/shows/show";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { ShowHostView } from "@/lib/wire/shows/views";

/** Who leads the planned room `r`, each by each way in which they do: the hosts of its show, its own, and whoever planned it. */
export const LEADERS_SQL = `
  SELECT h.person_id, h.role, h.added_at FROM show_host h WHERE h.show_id = r.show_id
  UNION ALL SELECT o.person_id, o.role, o.added_at FROM episode_host o WHERE o.room_id = r.id
  UNION ALL SELECT r.created_by_id, 'host'::"ShowRole", r.created_at`;

/** Those who lead a show `sh`. */
export const SHOW_LEADERS_SQL = "SELECT h.person_id, h.role, h.added_at FROM show_host h WHERE h.show_id = sh.id";

/** A list of leaders as JSON, hosts before cohosts and of them who is it longest, of those that `viewer` may know of; null where there is none. */
export const leadersJson = (viewer: string, leaders: string): string => `
  (SELECT json_agg(json_build_object('face', ${FACE_JSON_SQL}, 'role', led.role) ORDER BY led.role, led.added_at, p.id)
  FROM (SELECT l.person_id, min(l.role) AS role, min(l.added_at) AS added_at FROM (${leaders}) l GROUP BY l.person_id) led
  JOIN person p ON p.id = led.person_id WHERE ${personVisibleSql(viewer)})`;

export type LeadersJson = { face: FaceJson; role: ShowRole }[] | null;

export const leadersOf = (leaders: LeadersJson): ShowHostView[] =>
  (leaders ?? []).map(({ face, role }) => ({ ...faceOfJson(face), role }));
