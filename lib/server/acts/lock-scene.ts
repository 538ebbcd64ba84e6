import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { type LockedHall, lockHalls } from "@/lib/server/seats/lock-halls";
import { holdRoom, type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { type LockedSeat, lockSeats } from "@/lib/server/seats/lock-seats";

/** One person acts in a room upon another, or upon themselves. */
export type Asked = { roomId: RoomId; actorId: PersonId; targetId: PersonId };

/** The rows that nobody else may change until the act commits. */
export type Locking = {
  /**
   * Besides the two people's seats, which are always locked: nothing (`seats`); the room, which nobody changes while any
   * number of such acts go on (`held`); the room alone, in which nobody else opens or closes a seat or acts like this
   * (`room`); that and every seat on its stage (`stage`); every live room of its family (`halls`).
   */
  locks?: "seats" | "held" | "room" | "stage" | "halls";
  /** Other rooms in which the act opens or closes seats. It runs before any lock: read again what it found. */
  alsoLocks?: (tx: Transaction, asked: Asked) => Promise<readonly RoomId[]>;
};

/** `actor`, `target` null: no open seat here. `rooms`: that are locked alone. `halls`, `stage`: empty unless asked for. */
export type Locked = {
  actor: LockedSeat | null;
  target: LockedSeat | null;
  rooms: ReadonlyMap<RoomId, LockedRoom>;
  halls: readonly LockedHall[];
  stage: readonly LockedSeat[];
};

/** Locks in the one order (mechanics): rooms by id → seats. */
export async function lockScene(
  tx: Transaction,
  asked: Asked,
  { locks = "seats", alsoLocks }: Locking,
): Promise<Locked> {
  const { roomId, actorId, targetId } = asked;
  const also = alsoLocks ? await alsoLocks(tx, asked) : [];
  const alone = locks === "room" || locks === "stage" ? [roomId, ...also] : also;
  const rooms = new Map<RoomId, LockedRoom>();
  for (const id of [...new Set(alone)].sort()) {
    const room = await lockRoom(tx, id);
    if (room) rooms.set(id, room);
  }
  if (locks === "held") await holdRoom(tx, roomId);
  const halls = locks === "halls" ? await lockHalls(tx, roomId) : [];
  const onStage = locks === "stage" ? await whoIsOnStage(tx, roomId) : [];
  const seats = await lockSeats(tx, roomId, [actorId, targetId, ...onStage]);
  const stage = onStage.flatMap((personId) => seats.get(personId) ?? []);
  return { actor: seats.get(actorId) ?? null, target: seats.get(targetId) ?? null, rooms, halls, stage };
}

async function whoIsOnStage(tx: Transaction, roomId: RoomId): Promise<PersonId[]> {
  const where = { roomId, closedAt: null, role: { not: "listener" as const } };
  const seats = await tx.seat.findMany({ where, select: { personId: true } });
  return seats.map(({ personId }) => personId as PersonId);
}
