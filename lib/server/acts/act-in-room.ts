import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { carryOut, holdBack, releaseHeldBack } from "@/lib/server/mirroring/pending-mirrors";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { actorFromFamily } from "@/lib/server/seats/actor-from-family";
import { holdRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { type LockedSeat, lockSeats } from "@/lib/server/seats/lock-seats";

/** Where and between whom something happens, while its seats are locked. `target` null: no open seat here. */
export type Scene = {
  tx: Transaction;
  roomId: RoomId;
  now: Date;
  actor: LockedSeat;
  targetId: PersonId;
  target: LockedSeat | null;
};

/**
 * What an act did. `of`: whose rights in LiveKit it changed.
 * `taken`: rights were taken, so that it is announced and answered only after LiveKit has obeyed; `given`: they grew.
 */
export type Deed<Value> = {
  value: Value;
  events?: EventToWrite[];
  /** What is to be announced in other rooms of the family as well, or there only. */
  placed?: PlacedEvent[];
  rights?: { change: "taken" | "given"; of: PersonId };
};

type Asked = { caller: Caller; params: Record<string, string> };

export type SceneRefusal = "not_found" | "room_ended" | "no_seat";

/**
 * Runs one act of somebody seated in the room `params.roomId`, upon `params.personId` or upon themselves: locks their
 * seats, runs `act`, writes its events as the last statement, commits, and makes LiveKit obey before it answers.
 * A repeated act may return a deed without events; LiveKit is then made to obey all the same.
 * Whoever leads another room of the family acts with what that is good for here.
 * `holdsRoom`: for an act that hangs on the room too; whoever changes the room has done so before, or waits for it;
 * `alone`: so has whoever else acts like this. `locks`: rooms in which the act opens or closes seats.
 * Throws ServiceAway("media") where rights changed and LiveKit is away: it stands, and the sweep carries it out.
 */
export async function actInRoom<Value, Refusal extends string>(
  { caller, params }: Asked,
  act: (scene: Scene) => Promise<Ruling<Deed<Value>, Refusal>>,
  { holdsRoom = false, locks = [] }: { holdsRoom?: boolean | "alone"; locks?: readonly RoomId[] } = {},
): Promise<Ruling<Value, Refusal | SceneRefusal>> {
  const roomId = toId<RoomId>(params.roomId);
  const targetId = toId<PersonId>(params.personId ?? caller.id);
  if (!roomId || !targetId) return refused("not_found");
  const ruling = await inTransaction(async (tx) => {
    const alone = [...new Set([...locks, ...(holdsRoom === "alone" ? [roomId] : [])])];
    for (const id of alone.sort()) await lockRoom(tx, id);
    if (holdsRoom && alone.length === 0) await holdRoom(tx, roomId);
    const seats = await lockSeats(tx, roomId, [caller.id, targetId]);
    const actor = seats.get(caller.id) ?? (await actorFromFamily(tx, roomId, caller.id));
    if (!actor) return null;
    const ruled = await act({ tx, roomId, now: new Date(), actor, targetId, target: seats.get(targetId) ?? null });
    if (ruled.ok) await record(tx, roomId, caller.id, ruled.value);
    return ruled;
  });
  if (!ruling) return refused(await whyNoSeat(caller, roomId));
  if (!ruling.ok) return ruling;
  const { value, rights, events } = ruling.value;
  if (events?.some((event) => event.audience === "everyone")) ringHallway([roomId]);
  if (rights?.change === "taken") await carryOut(roomId, rights.of);
  if (rights?.change === "given") await mirrorSeat(roomId, rights.of);
  return { ok: true, value };
}

async function record(tx: Transaction, roomId: RoomId, actorId: PersonId, deed: Deed<unknown>): Promise<void> {
  const { events = [], placed = [], rights } = deed;
  const here = events.map((event): PlacedEvent => ({ roomId, event }));
  if (rights?.change !== "taken") {
    if (rights && here.length > 0) await releaseHeldBack(tx, roomId, rights.of);
    return writePlacedEvents(tx, actorId, [...here, ...placed]);
  }
  if (events.length > 0) await holdBack(tx, roomId, rights.of, actorId, events);
  await writePlacedEvents(tx, actorId, placed);
}

/** The same answer for a room that is not there and for one that the caller may not know of. */
export async function whyNoSeat(caller: Caller, roomId: RoomId): Promise<SceneRefusal> {
  const seen = await visibilityOf(caller, roomId);
  if (!seen || seen.sight === "nothing") return "not_found";
  return seen.sight === "room" && seen.room.status === "ended" ? "room_ended" : "no_seat";
}
