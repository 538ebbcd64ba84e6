import type { PersonId, RoomId } from "@/lib/domain/ids";
import { rankToRemove, removePerson as rule } from "@/lib/domain/moderation/removal";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInRoom, type Deed, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import type { Asked } from "@/lib/server/acts/lock-scene";
import { deleteLinesOf } from "@/lib/server/chat/delete-lines-of";
import { defineCommand } from "@/lib/server/http/command";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import type { LockedRoom } from "@/lib/server/seats/lock-room";
import { nothing } from "@/lib/wire/fields";
import { banInput } from "@/lib/wire/moderation/inputs";

/**
 * Puts somebody out for good: the seat is closed and a ban keeps them out by every door until it is lifted. Bars also
 * whoever already left. A ban from a main room holds for its whole family. Answered once LiveKit has put them out.
 */
export const removePerson = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: banInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Remove somebody from the room for good",
  run: (ask) =>
    actInRoom(ask, (scene) => remove(scene, ask.input.reason), { locks: "room", alsoLocks: elsewhereInFamily }),
});

async function remove(scene: Scene, reason: string): Promise<Ruling<Deed<null>, "not_allowed" | "not_found">> {
  const { tx, sql, roomId, rooms, actor, target, targetId: personId } = scene;
  const room = rooms.get(roomId);
  const person = room && (await removable(tx, room, personId, target?.role ?? null));
  if (!person) return refused("not_found");
  const ruling = rule(actor, person);
  if (!ruling.ok) return ruling;
  const rights = { change: "taken", of: personId } as const;
  const elsewhere = [...rooms.keys()].filter((id) => id !== roomId);
  if (ruling.value === "done" && elsewhere.length === 0) return granted({ value: null, rights });
  const losses = [];
  for (const place of elsewhere) {
    const events = await putOut(scene, place);
    await releaseHeldSeats(sql, place, [personId]);
    losses.push({ roomId: place, personId, events });
  }
  const events = await putOut(scene, roomId);
  if (!person.banned) await tx.roomBan.create({ data: { roomId, personId, bannedById: actor.personId, reason } });
  const removed = { type: "removed", personId, ...(reason && { reason }) } as const;
  return granted({
    value: null,
    rights,
    events: [...events, { audience: "moderators", happening: removed } as const],
    losses,
    changed: person.seated ? [roomId, ...elsewhere] : elsewhere,
  });
}

/** Closes the seat and takes back what they wrote. Answers what is to be heard of it there. */
async function putOut({ tx, sql, actor, targetId }: Scene, roomId: RoomId): Promise<EventToWrite[]> {
  const events = await closeSeatsIn(sql, roomId, [targetId], "removed");
  await deleteLinesOf(tx, roomId, targetId, actor.personId);
  return events;
}

/** The overflow rooms of this main room in which they sit, or have a seat held for them. */
async function elsewhereInFamily(tx: Transaction, { roomId: mainRoomId, targetId }: Asked): Promise<RoomId[]> {
  const where = { personId: targetId, closedAt: null, room: { mainRoomId } };
  const seats = await tx.seat.findMany({ where, select: { roomId: true } });
  const held = await tx.heldSeat.findMany({ where, select: { roomId: true } });
  return [...new Set([...seats, ...held].map((row) => row.roomId as RoomId))];
}

/** Null where there is no such person. */
async function removable(tx: Transaction, room: LockedRoom, personId: PersonId, openRole: Role | null) {
  if (!(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))) return null;
  const where = { roomId: room.id, personId };
  const last = await tx.seat.findFirst({ where, orderBy: { openedAt: "desc" }, select: { role: true } });
  const ban = await tx.roomBan.findFirst({ where: { ...where, liftedAt: null }, select: { id: true } });
  const role = rankToRemove({ isCreator: room.createdById === personId, openRole, lastRole: last?.role ?? null });
  return { personId, role, seated: openRole !== null, banned: ban !== null };
}
