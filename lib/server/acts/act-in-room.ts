import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { carryOut, carryOutAll, holdBackEvents, releaseHeldEvents } from "@/lib/server/mirroring/pending-mirrors";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { actorFromFamily } from "@/lib/server/seats/actor-from-family";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { type Asked, type Locked, type Locking, lockScene } from "./lock-scene";

/** The room and the people of one act, while the rows that it asked for are locked. */
export type Scene<Actor extends LockedSeat | null = LockedSeat> = Asked &
  Omit<Locked, "actor"> & { tx: Transaction; sql: Sql; now: Date; actor: Actor };

/** What one person loses in one room (the act's own unless named), and the events that say so there. */
type Loss = { roomId?: RoomId; personId: PersonId; events: EventToWrite[] };

/**
 * What an act did. `of`: the person whose rights in LiveKit changed.
 * `taken`: the rights shrank; the act is announced and answered only after LiveKit has obeyed. `given`: they grew.
 */
export type Effect<Value> = {
  value: Value;
  events?: EventToWrite[];
  /** Events for other rooms of the family. */
  placed?: PlacedEvent[];
  rights?: { change: "taken" | "given"; of: PersonId };
  /** Rights that other people lose, or this one in another room. They wait for LiveKit like `taken`. */
  losses?: Loss[];
  /** Other rooms that hallways show anew. This one is included where everyone in it is told. */
  changed?: RoomId[];
};

/** Why the caller cannot act in a room at all. */
export const SCENE_REFUSALS = ["not_found", "room_ended", "no_seat"] as const;

export type SceneRefusal = (typeof SCENE_REFUSALS)[number];

type Ask = { caller: Caller; params: Record<string, string> };

/** Null where there is nobody or nothing to act on. */
type Act<Actor extends LockedSeat | null, Value, Refusal extends string> = (
  scene: Scene<Actor>,
) => Promise<Ruling<Effect<Value>, Refusal> | null>;

/**
 * Runs one act of the caller, who is seated in the room `params.roomId`, upon `params.personId` or upon themselves. It
 * locks both seats and what else `locking` says, runs `act`, writes its events as the last statement, commits, and makes
 * LiveKit obey before it answers. A repeated act may return an effect without events; LiveKit is made to obey all the same.
 * A leader of another room of the family acts with the rights that this gives here.
 * Throws ServiceAway("media") where rights changed and LiveKit is away. The change stands; the sweep carries it out.
 */
export async function actInRoom<Value, Refusal extends string>(
  ask: Ask,
  act: Act<LockedSeat, Value, Refusal>,
  locking: Locking = {},
): Promise<Ruling<Value, Refusal | SceneRefusal>> {
  const asked = readAsk(ask);
  if (!asked) return refused("not_found");
  const ruling = await runIn(asked, async ({ actor, ...scene }) => (actor ? act({ ...scene, actor }) : null), locking);
  return ruling ?? refused(await whyNoSeat(ask.caller, asked.roomId));
}

/** The same for acts that need no seat in the family. `actor` is null where the caller has none. */
export async function actOnRoom<Value, Refusal extends string>(
  ask: Ask,
  act: Act<LockedSeat | null, Value, Refusal>,
  locking: Locking = {},
): Promise<Ruling<Value, Refusal | "not_found">> {
  const asked = readAsk(ask);
  return (asked && (await runIn(asked, act, locking))) ?? refused("not_found");
}

function readAsk({ caller, params }: Ask): Asked | null {
  const roomId = toId<RoomId>(params.roomId);
  const targetId = toId<PersonId>(params.personId ?? caller.id);
  return roomId && targetId && { roomId, actorId: caller.id, targetId };
}

async function runIn<Value, Refusal extends string>(
  asked: Asked,
  act: Act<LockedSeat | null, Value, Refusal>,
  locking: Locking,
): Promise<Ruling<Value, Refusal> | null> {
  const { roomId, actorId } = asked;
  const ruling = await inTransaction(async (tx) => {
    const locked = await lockScene(tx, asked, locking);
    const actor = locked.actor ?? (await actorFromFamily(tx, roomId, actorId));
    const ruled = await act({ ...asked, ...locked, actor, tx, sql: prismaSql(tx), now: new Date() });
    if (ruled?.ok) await record(tx, roomId, actorId, ruled.value);
    return ruled;
  });
  if (!ruling?.ok) return ruling;
  await carryThrough(roomId, ruling.value);
  return { ok: true, value: ruling.value.value };
}

async function record(tx: Transaction, roomId: RoomId, actorId: PersonId, effect: Effect<unknown>): Promise<void> {
  const { events = [], placed = [], rights, losses = [] } = effect;
  for (const { roomId: place = roomId, personId, events: told } of losses)
    await holdBackEvents(tx, place, personId, actorId, told);
  const here = events.map((event): PlacedEvent => ({ roomId, event }));
  if (rights?.change !== "taken") {
    if (rights && here.length > 0) await releaseHeldEvents(tx, roomId, rights.of);
    return writePlacedEvents(tx, actorId, [...here, ...placed]);
  }
  if (events.length > 0) await holdBackEvents(tx, roomId, rights.of, actorId, events);
  await writePlacedEvents(tx, actorId, placed);
}

/** After the commit: tells hallways, and makes LiveKit obey. */
async function carryThrough(roomId: RoomId, effect: Effect<unknown>): Promise<void> {
  const { events = [], rights, losses = [], changed = [] } = effect;
  const told = events.some((event) => event.audience === "everyone") ? [roomId] : [];
  ringHallway([...told, ...changed]);
  const lost = losses.map(({ roomId: place = roomId, personId }) => ({ place, personId }));
  const places = [...new Set(lost.map(({ place }) => place))];
  await Promise.all([
    rights?.change === "taken" && carryOut(roomId, rights.of),
    rights?.change === "given" && mirrorSeat(roomId, rights.of),
    ...places.map((place) =>
      carryOutAll(
        place,
        lost.filter((one) => one.place === place).map(({ personId }) => personId),
      ),
    ),
  ]);
}

/** Answers alike for a room that does not exist and for one that the caller may not know of. */
export async function whyNoSeat(caller: Caller, roomId: RoomId): Promise<SceneRefusal> {
  const seen = await visibilityOf(caller, roomId);
  if (!seen || seen.sight === "nothing") return "not_found";
  return seen.sight === "room" && seen.room.status === "ended" ? "room_ended" : "no_seat";
}
