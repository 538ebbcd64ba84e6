import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import { hotPool } from "@/lib/server/postgres/db";
import { turnedToStage } from "@/lib/server/queries/interpreting/turned-to-stage";

/** People who may be heard, by identity. People that a moderator muted are there and silent, whatever their client sends. */
export type Speakers = Map<string, { muted: boolean }>;

/** Who may be heard from a family's main room: the stage, with interpreters who turned to it, and those of each language. */
export type Heard = { stage: Speakers; channels: Map<string, Speakers> };

const HEARD_SQL = `
SELECT room_id AS "roomId", person_id AS "personId", muted_at IS NOT NULL AS muted, NULL AS language FROM seat
WHERE room_id = ANY($1::uuid[]) AND role <> 'listener' AND closed_at IS NULL
UNION ALL
SELECT room_id, person_id, false, language FROM interpreter WHERE room_id = ANY($1::uuid[]) AND ended_at IS NULL`;

type Row = { roomId: string; personId: string; muted: boolean; language: string | null };

/** Of these main rooms. */
export async function whoIsHeard(mainRoomIds: string[]): Promise<Map<string, Heard>> {
  const heard = new Map<string, Heard>(mainRoomIds.map((id) => [id, { stage: new Map(), channels: new Map() }]));
  if (mainRoomIds.length === 0) return heard;
  const { rows } = await hotPool().query<Row>({ name: "relay-heard", text: HEARD_SQL, values: [mainRoomIds] });
  for (const { roomId, personId, muted, language } of rows) {
    const { stage, channels } = heard.get(roomId) as Heard;
    if (language === null) stage.set(personId, { muted });
    else channels.set(language, (channels.get(language) ?? new Map()).set(personId, { muted }));
  }
  const turned = await turnedToStage(mainRoomIds);
  for (const { roomId, personId, may } of turned)
    if (may) heard.get(roomId)?.stage.set(interpreterIdentity(personId), { muted: false });
  return heard;
}
