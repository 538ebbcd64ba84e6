import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { CHECKLIST_LINES, missingLanguages, checklist as rule } from "@/lib/domain/shows/checklist";
import type { ShowRole } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { ChecklistView } from "@/lib/wire/shows/checklist";
import { episodePartsSql } from "./episode-parts";
import { episodeRoleSql } from "./episode-role";

/** Whoever waits for them knows them; a longer list is a number. */
const MOST_NAMES = 5;

/** The team is a few dozen people at most, those who come are counted by language, and nobody of either is read twice. */
const FACTS_SQL = `
SELECT ${episodeRoleSql("$1::uuid")} AS role, r.status, r.scheduled_for AS "scheduledFor", e.kind, e.published_at IS NULL AS "isDraft",
  r.description <> '' AS described, sh.slug AS show, sh.picture_key IS NOT NULL AS pictured, e.opens_itself AS "opensItself",
  r.language, r.capacity * (1 + r.overflow_limit) AS places,
  (SELECT json_build_object('invited', count(*) FILTER (WHERE g.state = 'invited'), 'accepted', count(*) FILTER (WHERE g.state = 'accepted'),
    'declined', count(*) FILTER (WHERE g.state = 'declined')) FROM episode_guest g WHERE g.room_id = r.id) AS guests,
  (SELECT coalesce(array_agg(DISTINCT i.language), '{}') FROM interpreter i WHERE i.room_id = r.id AND i.ended_at IS NULL) AS interpreted,
  (SELECT coalesce(json_agg(c), '[]') FROM (SELECT locale AS language, count(*)::int AS people FROM (
      SELECT v.locale FROM rsvp v WHERE v.room_id = r.id
      UNION ALL SELECT m.locale FROM mail_reminder m WHERE m.room_id = r.id AND m.confirmed_at IS NOT NULL) said
    GROUP BY locale ORDER BY locale) c) AS comers,
  (SELECT coalesce(json_agg(json_build_object('name', CASE WHEN member.guest IS NOT NULL THEN member.guest WHEN ${personVisibleSql("$1::uuid")} THEN p.name END,
      'leads', member.leads, 'been', EXISTS (SELECT FROM seat s WHERE s.room_id = r.id AND s.person_id = p.id)) ORDER BY member.first, p.id), '[]')
    FROM (SELECT t.person_id, min(array_position(ARRAY['host', 'cohost', 'guest', 'interpreter'], t.part)) AS first,
        bool_or(t.part IN ('host', 'cohost')) AS leads,
        (SELECT g.name FROM episode_guest g WHERE g.room_id = r.id AND g.person_id = t.person_id AND g.state = 'accepted' LIMIT 1) AS guest
      FROM (${episodePartsSql("ARRAY[$2::uuid]")}) t WHERE t.part <> 'stood_down' GROUP BY t.person_id) member
    JOIN person p ON p.id = member.person_id) AS team,
  EXISTS (SELECT FROM recording c WHERE c.room_id = r.id AND c.stopped_at IS NULL AND c.deleted_at IS NULL) AS records
FROM room r JOIN episode e ON e.room_id = r.id LEFT JOIN show sh ON sh.id = r.show_id WHERE r.id = $2::uuid`;

type FactsRow = {
  role: ShowRole | null;
  status: string;
  scheduledFor: Date | null;
  kind: RoomKind;
  isDraft: boolean;
  described: boolean;
  show: string | null;
  pictured: boolean;
  opensItself: boolean;
  language: string;
  places: number;
  guests: ChecklistView["guests"];
  interpreted: string[];
  comers: ChecklistView["missing"];
  /** `name`: null for somebody of whom the viewer may not know. */
  team: { name: string | null; leads: boolean; been: boolean }[];
  records: boolean;
};

/**
 * What is done before an episode's hour and what is not, for those who lead it; null for everybody else, and once it is to come no more.
 * One statement reads all of it.
 */
export async function checklist(
  caller: { id: PersonId } | null,
  roomId: RoomId,
  now: Date,
): Promise<ChecklistView | null> {
  if (!caller || !(await visibleRoom(caller, roomId))) return null;
  const values = [caller.id, roomId];
  const { rows } = await hotPool().query<FactsRow>({ name: "checklist", text: FACTS_SQL, values });
  const [row] = rows;
  if (row?.status !== "scheduled" || !canWithShow(row.role, "readPlan")) return null;
  const { team, comers, interpreted, language, scheduledFor, kind, show, guests, places } = row;
  const leaders = team.filter(({ leads }) => leads);
  const absent = team.filter(({ been }) => !been);
  const states = rule(
    {
      ...row,
      pictured: show === null ? null : row.pictured,
      leaders: leaders.length,
      team: { been: team.length - absent.length, all: team.length },
    },
    now,
  );
  const named = namesOf(absent).slice(0, MOST_NAMES);
  return {
    lines: CHECKLIST_LINES.map((what) => ({ what, state: states[what] })),
    scheduledFor: scheduledFor?.toISOString() ?? null,
    ...{ kind, show, guests, interpreted, places },
    leaders: namesOf(leaders),
    missing: missingLanguages({ language, interpreted, comers }),
    comers: comers.reduce((sum, { people }) => sum + people, 0),
    absent: { names: named, others: absent.length - named.length },
  };
}

const namesOf = (team: FactsRow["team"]): string[] => team.flatMap(({ name }) => name ?? []);
