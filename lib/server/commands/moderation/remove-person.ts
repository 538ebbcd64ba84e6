import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { rankToRemove, removePerson as rule } from "@/lib/domain/moderation/removal";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInRoom, type Effect, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import type { Asked, Locking } from "@/lib/server/acts/lock-scene";
import { deleteMessagesOf } from "@/lib/server/chat/delete-messages-of";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { hallsToChange } from "@/lib/server/seats/family-kind";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import { NO_GUESTS, revokeTicketAndSeatOffer, shutOutGuests } from "@/lib/server/seats/keep-out";
import type { LockedRoom } from "@/lib/server/seats/lock-room";
import { barNetworks } from "@/lib/server/seats/network-bars";
import { closeVisitsOf, hangUpVisit } from "@/lib/server/seats/visits";
import { nothing } from "@/lib/wire/fields";
import { type BanInput, banInput } from "@/lib/wire/moderation/inputs";

/** Halls that they listened in to. */
type Removed = { visited: RoomId[] };

/**
 * Removes a person: closes their seat and bans them from every way in until the ban is lifted. They see nothing of the room
 * any more. A person who has left can be removed too. A ban from a main room holds for its whole family.
 * `guests`: how the room guards itself against their return as a guest. Answers once LiveKit has put them out.
 */
export const removePerson = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: banInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Remove somebody from the room for good",
  run: async (ask) => {
    const personId = toId<PersonId>(ask.params.personId);
    if (!personId) return refused("not_found");
    const locking = {
      locks: "room",
      alsoLocks: (tx, asked) => roomsOf(tx, asked, ask.input),
    } as const satisfies Locking;
    // Their own pages look again whether LiveKit could be asked or not.
    const ruling = await actInRoom(ask, (scene) => remove(scene, ask.input), locking).finally(() =>
      ringPerson(personId),
    );
    if (!ruling.ok) return ruling;
    await Promise.all(ruling.value.visited.map((hall) => hangUpVisit(hall, personId)));
    return granted(null);
  },
});

async function remove(scene: Scene, input: BanInput): Promise<Ruling<Effect<Removed>, "not_allowed" | "not_found">> {
  const { tx, sql, roomId, rooms, actor, target, targetId: personId } = scene;
  const room = rooms.get(roomId);
  const person = room && (await removable(tx, room, personId, target?.role ?? null));
  if (!room || !person) return refused("not_found");
  const ruling = rule(actor, person, { guests: input.guests, isMainRoom: room.mainRoomId === null });
  if (!ruling.ok) return ruling;
  const placed = await revokeTicketAndSeatOffer(tx, room, personId);
  if (input.guests === "not_from_there") await barNetworks(tx, roomId, personId);
  if (input.guests === "members_only" && room.guestsAllowed) {
    placed.push(...(await shutOutGuests(tx, roomId, await hallsToChange(tx, roomId, NO_GUESTS))));
  }
  const visited = await closeVisitsOf(tx, roomId, personId);
  const rights = { change: "taken", of: personId } as const;
  const elsewhere = await elsewhereInFamily(tx, scene);
  if (ruling.value === "done" && elsewhere.length === 0) return granted({ value: { visited }, rights, placed });
  const losses = [];
  for (const place of elsewhere) {
    const events = await putOut(scene, place);
    await releaseHeldSeats(sql, place, [personId]);
    losses.push({ roomId: place, personId, events });
  }
  const events = await putOut(scene, roomId);
  // A hall may hold a seat for somebody who is on the main stage.
  await releaseHeldSeats(sql, roomId, [personId]);
  const { reason } = input;
  if (!person.banned) await tx.roomBan.create({ data: { roomId, personId, bannedById: actor.personId, reason } });
  const hadLeft = !person.seated && elsewhere.length === 0;
  const removed = { type: "removed", personId, ...(reason && { reason }), ...(hadLeft && { hadLeft }) } as const;
  return granted({
    value: { visited },
    rights,
    events: [...events, { audience: "moderators", happening: removed } as const],
    placed,
    losses,
    changed: person.seated ? [roomId, ...elsewhere] : elsewhere,
  });
}

/** Closes the seat and deletes what they wrote. Answers the events for that room. */
async function putOut({ tx, sql, actor, targetId }: Scene, roomId: RoomId): Promise<EventToWrite[]> {
  const events = await closeSeatsIn(sql, roomId, [targetId], "removed");
  await deleteMessagesOf(tx, roomId, targetId, actor.personId);
  return events;
}

/** The rooms in which the person's seats close, and the other people that the removal reaches. */
async function roomsOf(tx: Transaction, asked: Asked, { guests }: BanInput): Promise<RoomId[]> {
  const closed = guests === "members_only" ? await hallsToChange(tx, asked.roomId, NO_GUESTS) : [];
  return [...(await elsewhereInFamily(tx, asked)), ...closed];
}

/** The overflow rooms of this main room in which they sit, or have a seat held for them. */
async function elsewhereInFamily(
  tx: Transaction,
  { roomId: mainRoomId, targetId }: Pick<Asked, "roomId" | "targetId">,
): Promise<RoomId[]> {
  const where = { personId: targetId, closedAt: null, room: { mainRoomId } };
  const seats = await tx.seat.findMany({ where, select: { roomId: true } });
  const held = await tx.heldSeat.findMany({ where, select: { roomId: true } });
  return [...new Set([...seats, ...held].map((row) => row.roomId as RoomId))];
}

/** Null where there is no such person. */
async function removable(tx: Transaction, room: LockedRoom, personId: PersonId, openRole: Role | null) {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { admin: true } });
  if (!person) return null;
  const where = { roomId: room.id, personId };
  const last = await tx.seat.findFirst({ where, orderBy: { openedAt: "desc" }, select: { role: true } });
  const ban = await tx.roomBan.findFirst({ where: { ...where, liftedAt: null }, select: { id: true } });
  const role = rankToRemove({ isCreator: room.createdById === personId, openRole, lastRole: last?.role ?? null });
  return { personId, role, seated: openRole !== null, banned: ban !== null, isAdmin: person.admin };
}
