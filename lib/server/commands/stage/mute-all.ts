import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { muteAll as rule } from "@/lib/domain/stage/stage";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { type Ask, defineCommand } from "@/lib/server/http/command";
import { carryOutAll, holdBack } from "@/lib/server/mirroring/pending-mirrors";
import { type EventToWrite, writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { roomDetails } from "@/lib/server/queries/rooms/room-details";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { nothing } from "@/lib/wire/fields";
import { type MuteAllInput, muteAllInput } from "@/lib/wire/stage/inputs";

/**
 * Takes the microphone from everyone of a lower rank on stage, and with `lock` keeps it until the lock is lifted.
 * Answered once all of them are silent; announced in one bundle.
 */
export const muteAll = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: muteAllInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Mute everyone on stage, and lock their microphones",
  run: async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await inTransaction((tx) => silence(tx, roomId, ask));
    if (!ruling) return refused(await whyNoSeat(ask.caller, roomId));
    if (!ruling.ok) return ruling;
    await carryOutAll(roomId, ruling.value);
    return granted(null);
  },
});

/** Whose sound LiveKit is to cut; null where who asks holds no seat here. */
async function silence(
  tx: Transaction,
  roomId: RoomId,
  { caller, input }: Ask<MuteAllInput, "member">,
): Promise<Ruling<PersonId[], "not_allowed"> | null> {
  if (!(await lockRoom(tx, roomId))) return null;
  const stage = await lockSeats(tx, roomId, await stageOf(tx, roomId, caller.id));
  const actor = stage.get(caller.id);
  if (!actor) return null;
  const ruling = rule(actor, [...stage.values()]);
  if (!ruling.ok) return ruling;
  const now = new Date();
  const ids = ruling.value.map(({ id }) => id);
  await tx.seat.updateMany({
    where: { id: { in: ids } },
    data: { mutedAt: now, mutedById: caller.id, version: { increment: 1 } },
  });
  for (const { personId } of ruling.value) {
    const cut: EventToWrite = { audience: "everyone", happening: { type: "microphone_cut", personId } };
    await holdBack(tx, roomId, personId, caller.id, [cut]);
  }
  if (input.lock) await tx.room.update({ where: { id: roomId }, data: { microphonesLockedAt: now } });
  const room = await roomDetails(tx, roomId);
  const events: EventToWrite[] = [
    { audience: "moderators", happening: { type: "all_muted", locked: room.microphonesLocked } },
  ];
  if (input.lock) events.push({ audience: "everyone", happening: { type: "room_edited", room } });
  await writeRoomEvents(tx, roomId, caller.id, events);
  return granted(ruling.value.map(({ personId }) => personId));
}

/** Who is on stage, and whoever acts. */
async function stageOf(tx: Transaction, roomId: RoomId, actorId: PersonId): Promise<PersonId[]> {
  const where = { roomId, closedAt: null, role: { not: "listener" as const } };
  const seats = await tx.seat.findMany({ where, select: { personId: true } });
  return [actorId, ...seats.map(({ personId }) => personId as PersonId)];
}
