import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { channelsToAnnounce } from "@/lib/server/queries/interpreting/channels";
import { type LockedInterpreter, lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { holdRoom } from "@/lib/server/seats/lock-room";
import { type SceneRefusal, whyNoSeat } from "./act-in-room";

/** The interpreter who acts, and everyone who is assigned with them. Their rows are locked. */
export type Booth = { tx: Transaction; now: Date; mine: LockedInterpreter; all: LockedInterpreter[] };

type BoothRefusal = SceneRefusal | "not_allowed" | "room_not_live" | "not_interpreting";

type Asked = { caller: Caller; params: Record<string, string> };

/**
 * Runs one act of an interpreter of the main room `params.roomId` upon themselves (`params.personId`). They may sit in any
 * room of its family. The act answers `true` where it changed something; the family then hears who interprets now.
 */
export async function actAsInterpreter<Refusal extends string>(
  { caller, params }: Asked,
  act: (booth: Booth) => Promise<Ruling<boolean, Refusal>>,
): Promise<Ruling<null, Refusal | BoothRefusal>> {
  const roomId = toId<RoomId>(params.roomId);
  if (!roomId) return refused("not_found");
  const ruling = await inTransaction(async (tx): Promise<Ruling<null, Refusal | BoothRefusal> | null> => {
    await holdRoom(tx, roomId);
    const room = await tx.room.findUnique({ where: { id: roomId }, select: { mainRoomId: true, status: true } });
    if (!room || !(await sitsInFamily(tx, roomId, caller.id))) return null;
    if (room.mainRoomId !== null) return refused("not_found");
    if (params.personId?.toLowerCase() !== caller.id) return refused("not_allowed");
    if (room.status !== "live") return refused(room.status === "ended" ? "room_ended" : "room_not_live");
    const all = await lockInterpreters(tx, roomId);
    const mine = all.find(({ personId }) => personId === caller.id);
    if (!mine) return refused("not_interpreting");
    const ruled = await act({ tx, now: new Date(), mine, all });
    if (!ruled.ok) return ruled;
    if (ruled.value) await announceInterpreters(tx, roomId, caller.id);
    return granted(null);
  });
  return ruling ?? refused(await whyNoSeat(caller, roomId));
}

/** Tells the family who interprets now. The last statement of its transaction. */
export async function announceInterpreters(tx: Transaction, mainRoomId: RoomId, byId: PersonId | null): Promise<void> {
  const channels = await channelsToAnnounce(tx, mainRoomId);
  const happening = { type: "interpreters_changed", channels } as const;
  await writeRoomEvents(tx, mainRoomId, byId, [{ audience: "everyone", happening }]);
}

async function sitsInFamily(tx: Transaction, mainRoomId: RoomId, personId: PersonId): Promise<boolean> {
  const rooms = { OR: [{ id: mainRoomId }, { mainRoomId }] };
  return (await tx.seat.findFirst({ where: { personId, closedAt: null, room: rooms }, select: { id: true } })) !== null;
}
