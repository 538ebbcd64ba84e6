import type { PersonId } from "@/lib/domain/ids";
import { skeletonsOf } from "@/lib/domain/names/skeleton";
import { isOnStage, ROLES } from "@/lib/domain/roles";
import type { SweptSeat } from "@/lib/domain/seats/presence";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { faceOf } from "@/lib/server/stage/stage-people";

/** Who sits in a room. */
export type Sitting = { room: { id: string; mainRoomId: string | null }; seats: readonly SweptSeat[] };

/** `person` has a name that passes for that of `like`, who is on the stage of the room. */
type Alike = { roomId: string; personId: string; likeId: string };

/** A name that changed while its owner sits there is looked at anew after this long at the latest. */
const NAMES_KEPT_MS = 5 * 60_000;

/** Who stands on a room's stage, by what their names look like. */
type StageByLook = { roomId: string; byLook: Map<string, SweptSeat[]> };

/** `looks`: by seat; null for guests. */
type Known = { since: number; looks: Map<string, readonly string[] | null>; told: Set<string> };

const known = (): Known =>
  oncePerProcess("namesSwept", () => ({ since: Date.now(), looks: new Map(), told: new Set() }));

/**
 * Tells the leaders of a room, once, of everybody in it or in its halls whose name looks like that of somebody on its stage.
 * The seats there are read already; names are asked for of newcomers alone.
 */
export async function tellLookAlikes(sitting: readonly Sitting[]): Promise<void> {
  await readLooks(sitting.flatMap(({ seats }) => seats));
  const stages = new Map(sitting.map((hall) => [hall.room.id, stageByLook(hall)]));
  for (const alike of sitting.flatMap((hall) => alikeIn(hall, stages))) {
    const key = `${alike.roomId} ${alike.personId}`;
    if (known().told.has(key)) continue;
    await tell(alike);
    known().told.add(key);
  }
}

function alikeIn({ room, seats }: Sitting, stages: ReadonlyMap<string, StageByLook>): Alike[] {
  const { looks } = known();
  const heard = [room.id, room.mainRoomId ?? room.id].flatMap((id) => stages.get(id) ?? []);
  return [...new Set(heard)].flatMap((stage) =>
    seats.flatMap((seat) => {
      const alike = looks.get(seat.id)?.flatMap((look) => stage.byLook.get(look) ?? []) ?? [];
      const like = alike.find((other) => standsBefore(other, seat));
      return like ? [{ roomId: stage.roomId, personId: seat.personId, likeId: like.personId }] : [];
    }),
  );
}

function stageByLook({ room, seats }: Sitting): StageByLook {
  const byLook: StageByLook["byLook"] = new Map();
  for (const seat of seats.filter(({ role }) => isOnStage(role))) {
    for (const look of known().looks.get(seat.id) ?? []) byLook.set(look, [...(byLook.get(look) ?? []), seat]);
  }
  return { roomId: room.id, byLook };
}

/** Of two on stage the one of lower rank is said to look like the other; of equals one of them. */
function standsBefore(one: SweptSeat, other: SweptSeat): boolean {
  if (one.personId === other.personId) return false;
  const rank = ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
  return rank < 0 || (rank === 0 && one.id < other.id);
}

/** Reads the names of members in seats not seen before, so that a new name comes in with its seat; guests have none of their own. */
async function readLooks(seats: readonly SweptSeat[]): Promise<void> {
  const names = known();
  if (Date.now() - names.since > NAMES_KEPT_MS) {
    names.looks.clear();
    names.since = Date.now();
  }
  const missing = seats.filter(({ id }) => !names.looks.has(id));
  if (missing.length === 0) return;
  const { rows } = await hotPool().query<{ id: string; name: string }>({
    name: "sweep-names",
    text: "SELECT id, name FROM person WHERE id = ANY($1::uuid[]) AND kind = 'member'",
    values: [[...new Set(missing.map(({ personId }) => personId))]],
  });
  const looks = new Map(rows.map(({ id, name }) => [id, [...new Set(skeletonsOf(name))]]));
  for (const { id, personId } of missing) names.looks.set(id, looks.get(personId) ?? null);
}

/** Once a room and person, however often the sweep finds it, and whichever process does. */
async function tell({ roomId, personId, likeId }: Alike): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM room_event WHERE room_id = ${roomId}::uuid AND type = 'name_alike'
        AND facts #>> '{person,id}' = ${personId} LIMIT 1`;
    if (before.length > 0) return;
    const person = await faceOf(tx, personId as PersonId);
    const like = await faceOf(tx, likeId as PersonId);
    await writeRoomEvents(tx, roomId, null, [
      { audience: "moderators", happening: { type: "name_alike", person, like } },
    ]);
  });
}
