import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/permissions";
import { type Ruling, refused } from "@/lib/domain/ruling";
import { roleAtDoor } from "@/lib/domain/shows/backstage";
import type { ShowRole } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";
import { actOnRoom, type Effect, type Scene, type SceneRefusal, whyNoSeat } from "./act-in-room";
import type { Locking } from "./lock-scene";

const ROLE_SQL = `
SELECT ${episodeRoleSql("$1::uuid")} AS role FROM room r JOIN episode e ON e.room_id = r.id
WHERE r.id = $2::uuid AND r.status = 'scheduled'`;

type Ask = Parameters<typeof actOnRoom>[0];

/** `actor`: seated or not; no more of them is known than the permission table asks. */
export type LeadScene = Omit<Scene, "actor"> & { actor: Actor };

/**
 * actInRoom, and before the room is live also for whoever leads it and sits nowhere yet: in the role in which the door will seat them.
 * From then on a seat is needed, as by everybody.
 */
export function actInRoomOrAhead<Value, Refusal extends string>(
  ask: Ask,
  act: (scene: LeadScene) => Promise<Ruling<Effect<Value>, Refusal> | null>,
  locking: Locking = {},
): Promise<Ruling<Value, Refusal | SceneRefusal>> {
  return actOnRoom<Value, Refusal | SceneRefusal>(
    ask,
    async ({ actor: seated, ...scene }) => {
      const actor = seated ?? (await leadBeforeLive(scene.tx, scene.roomId, scene.actorId));
      return actor ? act({ ...scene, actor }) : refused(await whyNoSeat(ask.caller, scene.roomId));
    },
    locking,
  );
}

async function leadBeforeLive(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<Actor | null> {
  const [row] = await tx.$queryRawUnsafe<{ role: ShowRole | null }[]>(ROLE_SQL, personId, roomId);
  const role = roleAtDoor(row?.role ?? null, { hostSeats: 0 });
  return role && (await visibleRoom({ id: personId }, roomId)) ? { personId, role } : null;
}
