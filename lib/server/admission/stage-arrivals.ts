import type pg from "pg";
import { isOnStage } from "@/lib/domain/roles";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { askPostgres } from "@/lib/server/postgres/ask-postgres";
import type { RoomHappened } from "./write-happenings";
import type { OpenedSeat } from "./write-seats";

const FACES_SQL = `SELECT ${FACE_SQL} FROM person p WHERE p.id = ANY($1::uuid[])`;

/** What to announce of seats just opened: those on the stage, with their faces. Listeners come in silently (behaviours 2). */
export async function stageArrivals(client: pg.ClientBase, opened: OpenedSeat[]): Promise<RoomHappened[]> {
  const onStage = opened.filter((seat) => isOnStage(seat.role));
  if (onStage.length === 0) return [];
  const faces = await askPostgres<FaceRow>(client, "door-faces", FACES_SQL, [onStage.map((seat) => seat.personId)]);
  const faceOf = new Map(faces.map((face) => [face.id, toFace(face)]));
  return onStage.flatMap((seat) => {
    const face = faceOf.get(seat.personId);
    if (!face) return [];
    const person = {
      ...face,
      role: seat.role,
      stageSince: seat.openedAt.toISOString(),
      muted: false,
      away: false,
      from: null,
    };
    const event = { audience: "everyone", happening: { type: "stage_joined", person } } as const;
    return [{ roomId: seat.roomId, actorId: seat.personId, event }];
  });
}
