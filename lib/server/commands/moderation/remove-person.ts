import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { rankToRemove, removePerson as rule } from "@/lib/domain/moderation/removal";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { whyNoSeat } from "@/lib/server/acts/act-in-room";
import { deleteLinesOf } from "@/lib/server/chat/delete-lines-of";
import type { Ask, Command } from "@/lib/server/http/command";
import { carryOut, holdBack } from "@/lib/server/mirroring/pending-mirrors";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { ringPerson } from "@/lib/server/notify/ring-person";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { actorFromFamily } from "@/lib/server/seats/actor-from-family";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { lockHallsToChange } from "@/lib/server/seats/family-kind";
import { closeHeldSeats } from "@/lib/server/seats/held-seats";
import { closeWaysIn, NO_GUESTS, shutOutGuests } from "@/lib/server/seats/keep-out";
import { type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { barNetworks } from "@/lib/server/seats/network-bars";
import { closeVisitsOf, hangUpVisit } from "@/lib/server/seats/visits";
import { type BanInput, banInput } from "@/lib/wire/moderation/inputs";

/** `places`: rooms of the family in which they are to be put out. `visited`: halls that they listened in to. */
type Removed = { places: RoomId[]; visited: RoomId[] };

type Removal = Ruling<Removed, "not_allowed" | "not_found">;

/**
 * Puts somebody out for good: the seat is closed and a ban keeps them out by every door until it is lifted, and with it ends
 * all that they saw of the room. Bars also whoever already left. A ban from a main room holds for its whole family.
 * `guests`: how the room guards itself against their coming back without their name. Answered once LiveKit has put them out.
 */
export const removePerson: Command<BanInput, null, "member"> = {
  who: "member",
  input: banInput,
  summary: "Remove somebody from the room for good",
  run: async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    const personId = toId<PersonId>(ask.params.personId);
    if (!roomId || !personId) return refused("not_found");
    const ruling = await inTransaction((tx) => remove(tx, roomId, personId, ask));
    if (!ruling) return refused(await whyNoSeat(ask.caller, roomId));
    if (!ruling.ok) return ruling;
    const { places, visited } = ruling.value;
    ringHallway(places);
    ringPerson(personId);
    await Promise.all([
      ...[...new Set([roomId, ...places])].map((place) => carryOut(place, personId)),
      ...visited.map((hall) => hangUpVisit(hall, personId)),
    ]);
    return granted(null);
  },
};

/** Null where who asks holds no seat here. */
async function remove(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  { caller, input }: Ask<BanInput, "member">,
): Promise<Removal | null> {
  const elsewhere = await elsewhereInFamily(tx, roomId, personId);
  const rooms = new Map<RoomId, LockedRoom | null>();
  for (const id of [roomId, ...elsewhere].sort()) rooms.set(id, await lockRoom(tx, id));
  const room = rooms.get(roomId);
  if (!room) return null;
  const shut = input.guests === "members_only" && room.guestsAllowed;
  const halls = shut ? await lockHallsToChange(tx, room, NO_GUESTS) : [];
  const seats = await lockSeats(tx, roomId, [caller.id, personId]);
  const actor = seats.get(caller.id) ?? (await actorFromFamily(tx, roomId, caller.id));
  if (!actor) return null;
  const target = await removable(tx, room, personId, seats.get(personId)?.role ?? null);
  if (!target) return refused("not_found");
  const ruling = rule(actor, target, { guests: input.guests, isMainRoom: room.mainRoomId === null });
  if (!ruling.ok) return ruling;
  const told = await closeWaysIn(tx, room, personId);
  if (input.guests === "not_from_there") await barNetworks(tx, roomId, personId);
  if (shut) told.push(...(await shutOutGuests(tx, roomId, halls)));
  const visited = await closeVisitsOf(tx, roomId, personId);
  if (ruling.value === "done" && elsewhere.length === 0) {
    await writePlacedEvents(tx, caller.id, told);
    return granted({ places: [], visited });
  }
  for (const place of elsewhere) {
    const gone = await closeSeats(tx, place, [personId], "removed");
    await closeHeldSeats(tx, place, [personId]);
    await deleteLinesOf(tx, place, personId, caller.id);
    await holdBack(tx, place, personId, caller.id, gone);
  }
  const events = await closeSeats(tx, roomId, [personId], "removed");
  // A hall may hold a seat for somebody who is on the main stage.
  await closeHeldSeats(tx, roomId, [personId]);
  if (!target.banned) {
    await tx.roomBan.create({ data: { roomId, personId, bannedById: caller.id, reason: input.reason } });
  }
  await deleteLinesOf(tx, roomId, personId, caller.id);
  const removed: EventToWrite = {
    audience: "moderators",
    happening: {
      type: "removed",
      personId,
      ...(input.reason && { reason: input.reason }),
      ...(!target.seated && elsewhere.length === 0 && { hadLeft: true }),
    },
  };
  await holdBack(tx, roomId, personId, caller.id, [...events, removed]);
  await writePlacedEvents(tx, caller.id, told);
  return granted({ places: target.seated ? [roomId, ...elsewhere] : elsewhere, visited });
}

/** The overflow rooms of this main room in which they sit, or have a seat held for them. */
async function elsewhereInFamily(tx: Transaction, mainRoomId: RoomId, personId: PersonId): Promise<RoomId[]> {
  const where = { personId, closedAt: null, room: { mainRoomId } };
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
