import { type Added, addedUp, stretchesOf } from "@/lib/domain/figures/stretches";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { hiddenPeopleSql } from "@/lib/server/queries/people/person-visibility";
import type { ComingOverTime } from "@/lib/wire/figures/views";

/** Since when: when the first of them said so. */
const SINCE_SQL = `
SELECT least((SELECT min(v.at) FROM rsvp v WHERE v.room_id = $1::uuid),
  (SELECT min(m.confirmed_at) FROM mail_reminder m WHERE m.room_id = $1::uuid)) AS since`;

/** Members as attendance.ts counts them, and addresses of whose owners we know that they want to come. One row a stretch. */
const COMING_SQL = `
WITH coming AS (
  SELECT v.at, 1 AS members, 0 AS mails FROM rsvp v WHERE v.room_id = $1::uuid AND v.person_id NOT IN (${hiddenPeopleSql("NULL::uuid")})
  UNION ALL SELECT m.confirmed_at, 0, 1 FROM mail_reminder m WHERE m.room_id = $1::uuid AND m.confirmed_at IS NOT NULL)
SELECT floor(extract(epoch FROM at - $2::timestamptz) * 1000 / $4::int)::int AS index, sum(members)::int AS members, sum(mails)::int AS mails
FROM coming WHERE at < $3::timestamptz GROUP BY index ORDER BY index`;

const NAMES = ["members", "mails"] as const;

/**
 * Who will be at an episode, added up until `now`. Who took it back is not in it, nor when they did: their row is gone. The caller has seen to
 * it that it is asked by who leads the episode.
 */
export async function comingOverTime(roomId: RoomId, now: Date): Promise<ComingOverTime> {
  const { rows: first } = await hotPool().query<{ since: Date | null }>({
    name: "figures-coming-since",
    text: SINCE_SQL,
    values: [roomId],
  });
  const since = first[0]?.since;
  if (!since || since >= now) return { members: 0, mails: 0, overTime: [] };
  const stretches = stretchesOf(since, now);
  const { rows } = await hotPool().query<Added<(typeof NAMES)[number]>>({
    name: "figures-coming",
    text: COMING_SQL,
    values: [roomId, since, now, stretches.stepMs],
  });
  const overTime = addedUp(stretches, rows, NAMES).map(({ at, ...sums }) => ({ at: at.toISOString(), ...sums }));
  const { members = 0, mails = 0 } = overTime.at(-1) ?? {};
  return { members, mails, overTime };
}
