import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { isLeader } from "@/lib/domain/roles";
import { type Ruling, refused } from "@/lib/domain/ruling";
import { ringHallway } from "./admission/ring-hallway";
import type { Transaction } from "./db";
import type { Caller } from "./http/caller";
import { inTransaction } from "./in-transaction";
import { holdRoom, lockRoom } from "./lock-room";
import { type LockedSeat, lockSeats } from "./lock-seats";
import { mirrorSeat } from "./mirror-seat";
import { carryOut, holdBack, releaseHeldBack } from "./pending-mirrors";
import { visibleRoom } from "./queries/visible-room";
import { type EventToWrite, writeRoomEvents } from "./write-room-events";

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
 * `alone`: so has whoever else acts like this.
 * Throws ServiceAway("media") where rights changed and LiveKit is away: it stands, and the sweep carries it out.
 */
export async function actInRoom<Value, Refusal extends string>(
  { caller, params }: Asked,
  act: (scene: Scene) => Promise<Ruling<Deed<Value>, Refusal>>,
  { holdsRoom = false }: { holdsRoom?: boolean | "alone" } = {},
): Promise<Ruling<Value, Refusal | SceneRefusal>> {
  const roomId = toId<RoomId>(params.roomId);
  const targetId = toId<PersonId>(params.personId ?? caller.id);
  if (!roomId || !targetId) return refused("not_found");
  const ruling = await inTransaction(async (tx) => {
    if (holdsRoom === "alone") await lockRoom(tx, roomId);
    else if (holdsRoom) await holdRoom(tx, roomId);
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

/** Whoever leads the main room acts in every room of its family; whoever leads an overflow room picks into the main queue. */
export async function actorFromFamily(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<LockedSeat | null> {
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { mainRoomId: true } });
  const own = await tx.seat.findFirst({
    where: { personId, closedAt: null },
    select: { roomId: true, room: { select: { mainRoomId: true } } },
  });
  if (!room || !own) return null;
  const scope = room.mainRoomId === own.roomId ? "below" : own.room.mainRoomId === roomId ? "above" : null;
  if (!scope) return null;
  const seat = (await lockSeats(tx, own.roomId as RoomId, [personId])).get(personId);
  return seat && isLeader(seat.role) ? { ...seat, scope } : null;
}

async function record(tx: Transaction, roomId: RoomId, actorId: PersonId, deed: Deed<unknown>): Promise<void> {
  const { events = [], rights } = deed;
  if (events.length === 0) return;
  if (rights?.change === "taken") return holdBack(tx, roomId, rights.of, actorId, events);
  if (rights) await releaseHeldBack(tx, roomId, rights.of);
  await writeRoomEvents(tx, roomId, actorId, events);
}

/** The same answer for a room that is not there and for one that the caller may not know of. */
export async function whyNoSeat(caller: Caller, roomId: RoomId): Promise<SceneRefusal> {
  const room = await visibleRoom(caller, roomId);
  if (!room) return "not_found";
  return room.status === "ended" ? "room_ended" : "no_seat";
}
