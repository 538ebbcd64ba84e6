import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import type { AuthoredEvent } from "@/lib/server/notify/placed-events";
import type { Sql } from "@/lib/server/postgres/sql";

const FACES_SQL = `SELECT ${FACE_SQL} FROM person p WHERE p.id = ANY($1::uuid[])`;

/**
 * `muted`: a moderator keeps the microphone; else they muted it themselves. `from`: the number of the hall they were called up
 * from. `asksIn`: the language that they ask in.
 */
type Joined = {
  roomId: RoomId;
  personId: PersonId;
  role: Role;
  stageSince: Date;
  muted: boolean;
  from?: number | null;
  asksIn?: string | null;
};

/** What everyone is to hear of people who came on stages just now, with their faces. */
export async function stageJoined(sql: Sql, joined: readonly Joined[]): Promise<AuthoredEvent[]> {
  if (joined.length === 0) return [];
  const faces = await sql.rows<FaceRow>("stage-faces", FACES_SQL, [joined.map(({ personId }) => personId)]);
  const faceOf = new Map(faces.map((face) => [face.id, toFace(face)]));
  return joined.flatMap(({ roomId, personId, role, stageSince, muted, from = null, asksIn }) => {
    const face = faceOf.get(personId);
    if (!face) return [];
    const person = {
      ...face,
      role,
      stageSince: stageSince.toISOString(),
      muted,
      away: false,
      from,
      ...(asksIn && { asksIn }),
    };
    return [
      { roomId, actorId: personId, event: { audience: "everyone", happening: { type: "stage_joined", person } } },
    ];
  });
}
