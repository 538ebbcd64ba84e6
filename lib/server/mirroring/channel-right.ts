import { validate } from "uuid";
import { type ChannelRight, channelRight, channelRoom } from "@/lib/domain/interpreting/channel";
import { hotPool } from "@/lib/server/postgres/db";
import { standingsOf } from "./standings";

/** Somebody in the channel of one hall, as the media server names them. */
export type InChannel = { hallId: string; language: string; identity: string };

type RightRow = {
  n: number;
  live: boolean;
  main: boolean;
  seatHere: boolean;
  seatInFamily: boolean;
  interprets: boolean;
};

const RIGHTS_SQL = `
SELECT a.n::int AS n, h.status = 'live' AND m.status = 'live' AS live, h.id = m.id AS main,
  s.room_id IS NOT NULL AND s.room_id = h.id AS "seatHere", sr.id IS NOT NULL AS "seatInFamily",
  a.person_id IS NOT NULL AND EXISTS (
    SELECT FROM interpreter i WHERE i.room_id = m.id AND i.person_id = a.person_id AND i.language = a.language AND i.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM room_ban b WHERE b.room_id = m.id AND b.person_id = a.person_id AND b.lifted_at IS NULL) AS interprets
FROM unnest($1::uuid[], $2::text[], $3::uuid[]) WITH ORDINALITY AS a(hall_id, language, person_id, n)
JOIN room h ON h.id = a.hall_id JOIN room m ON m.id = coalesce(h.main_room_id, h.id)
LEFT JOIN seat s ON s.person_id = a.person_id AND s.closed_at IS NULL
LEFT JOIN room sr ON sr.id = s.room_id AND coalesce(sr.main_room_id, sr.id) = m.id`;

/**
 * What each of these may do in their channel, as Postgres has it now; null: be in it at all. In the order asked.
 * About a relay its standing decides.
 */
export async function channelRights(people: readonly InChannel[]): Promise<(ChannelRight | null)[]> {
  if (people.length === 0) return [];
  const { rows } = await hotPool().query<RightRow>({
    name: "channel-rights",
    text: RIGHTS_SQL,
    values: [
      people.map(({ hallId }) => hallId),
      people.map(({ language }) => language),
      people.map(({ identity }) => (validate(identity) ? identity : null)),
    ],
  });
  const standings = await standingsOf(
    people.map(({ hallId, language, identity }) => ({ roomId: channelRoom(hallId, language), identity })),
  );
  const facts = new Map(rows.map((row) => [row.n, row]));
  return people.map((_, index) => {
    const row = facts.get(index + 1);
    return row ? channelRight({ ...row, relays: (standings[index] ?? null) !== null }) : null;
  });
}
