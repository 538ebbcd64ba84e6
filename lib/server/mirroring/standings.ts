import { validate } from "uuid";
import { relayOf } from "@/lib/domain/family/relay";
import { visitorOf } from "@/lib/domain/family/visit";
import { readChannelRoom } from "@/lib/domain/interpreting/channel";
import { interpreterOf } from "@/lib/domain/interpreting/spoken-back";
import { recorderOf } from "@/lib/domain/recording/recorder";
import { INTERPRETER_STANDING, relayStanding, type Standing, VISIT_STANDING } from "@/lib/domain/seats/standing";
import { hotPool } from "@/lib/server/postgres/db";
import { turnedToStage } from "@/lib/server/queries/interpreting/turned-to-stage";

/**
 * For so long after its end a relay's lease still counts. Postgres may have been away, in which case the sweep is back before the
 * relay could renew; and a successor pushes a dead relay's ghost out by itself.
 */
const LAPSED_MS = 10_000;

/** Somebody in a room of the media server under a name that is no person's. */
export type Nameless = { roomId: string; identity: string };

const STANDINGS_SQL = `
WITH asked AS (SELECT * FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $6::uuid[]) AS a(place, hall_id, main_id, visitor_id, recorded_id))
SELECT a.place, 'relay' AS kind, r.main_room_id IS NULL AS "inMainRoom"
FROM asked a JOIN room r ON r.id = a.hall_id AND coalesce(r.main_room_id, r.id) = a.main_id AND r.status = 'live'
JOIN work_lease l ON l.name = 'relay:' || a.main_id AND l.holder IS NOT NULL
  AND l.lease_until > clock_timestamp() - $5 * interval '1 millisecond'
UNION ALL
SELECT a.place, 'recorder', true
FROM asked a JOIN room r ON r.id = a.hall_id AND r.id = a.recorded_id AND r.status = 'live'
JOIN work_lease l ON l.name = 'recorder:' || r.id AND l.holder IS NOT NULL
  AND l.lease_until > clock_timestamp() - $5 * interval '1 millisecond'
UNION ALL
SELECT a.place, 'visit', false
FROM asked a JOIN visit v ON v.room_id = a.hall_id AND v.person_id = a.visitor_id AND v.closed_at IS NULL`;

type Row = { place: number; kind: "relay" | "recorder" | "visit"; inMainRoom: boolean };

/**
 * What participants without a seat may be and do where they are, in the order asked; null where they may not be there: a relay
 * only in rooms and channels of its own family and while its lease lives, a recorder only in its live room while its does, a visitor only with an open visit to that room, an
 * interpreter only on the main stage that they turned to, while they may.
 * The one place that answers this.
 */
export async function standingsOf(asked: readonly Nameless[]): Promise<(Standing | null)[]> {
  const known = asked.flatMap(({ roomId, identity }, place) => {
    const hallId = readChannelRoom(roomId)?.hallId ?? roomId;
    const inHall = roomId === hallId;
    const recordedId = inHall ? recorderOf(identity) : null;
    const [mainId, visitorId] = [relayOf(identity), inHall ? visitorOf(identity) : null];
    const named = validate(hallId) && validate(mainId ?? visitorId ?? recordedId ?? "");
    return named ? [{ place, hallId, mainId, visitorId, recordedId }] : [];
  });
  const standings = await interpretersAmong(asked);
  if (known.length === 0) return standings;
  const column = <Key extends keyof (typeof known)[number]>(key: Key) => known.map((each) => each[key]);
  const { rows } = await hotPool().query<Row>({
    name: "standings",
    text: STANDINGS_SQL,
    values: [column("place"), column("hallId"), column("mainId"), column("visitorId"), LAPSED_MS, column("recordedId")],
  });
  for (const { place, kind, inMainRoom } of rows)
    standings[place] = kind === "visit" ? VISIT_STANDING : relayStanding(inMainRoom);
  return standings;
}

async function interpretersAmong(asked: readonly Nameless[]): Promise<(Standing | null)[]> {
  const rooms = asked.flatMap(({ roomId, identity }) => (interpreterOf(identity) !== null ? [roomId] : []));
  const turned = await turnedToStage(rooms.filter((roomId) => validate(roomId)));
  const may = new Set(turned.filter((one) => one.may).map(({ roomId, personId }) => `${roomId} ${personId}`));
  return asked.map(({ roomId, identity }) =>
    may.has(`${roomId} ${interpreterOf(identity)}`) ? INTERPRETER_STANDING : null,
  );
}

export const standingOf = async (roomId: string, identity: string): Promise<Standing | null> =>
  (await standingsOf([{ roomId, identity }]))[0] ?? null;
