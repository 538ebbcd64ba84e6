import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { db } from "@/lib/server/postgres/db";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

const MINUTE_MS = 60_000;

/** An hour, from then on. */
export const BEGINS = new Date("2026-11-20T20:00:00Z");

export const minute = (minutes: number): Date => new Date(BEGINS.getTime() + minutes * MINUTE_MS);

type Sits = {
  /** Minutes of the evening. `seen`: when LiveKit first saw them, null for never; `gone`: when it last did, where the seat closed only later. */
  from: number;
  to: number;
  seen?: number | null;
  gone?: number;
  role?: Role;
};

/** Somebody sat in a room that is over. */
export async function sat(
  personId: PersonId,
  roomId: RoomId,
  { from, to, seen = from, gone, role = "listener" }: Sits,
) {
  await db().seat.create({
    data: {
      ...{ id: uuid(), roomId, personId, role, openedAt: minute(from), closedAt: minute(to), closedReason: "left" },
      connectedAt: seen === null ? null : minute(seen),
      goneAt: gone === undefined ? null : minute(gone),
    },
  });
}

export async function raised(
  personId: PersonId,
  roomId: RoomId,
  { at, question = "", called = false }: { at: number; question?: string; called?: boolean },
): Promise<void> {
  const outcome = called ? ("offered" as const) : ("lowered" as const);
  await db().hand.create({
    data: { roomId, personId, question, outcome, raisedAt: minute(at), closedAt: minute(at + 1) },
  });
}

export async function addGuest(): Promise<PersonId> {
  const id = uuid() as PersonId;
  await db().person.create({ data: { id, kind: "guest", name: "A guest", portraitSeed: 2 } });
  return id;
}

/** A room of that host that is over: live for an hour, or so many minutes from another one on. */
export async function endedRoom(
  createdById: PersonId,
  {
    from = 0,
    to = 60,
    ...more
  }: { from?: number; to?: number; showId?: string; title?: string; mainRoomId?: string } = {},
): Promise<RoomId> {
  const { showId, mainRoomId, ...wishes } = more;
  const roomId = await addRoom({ createdById, status: "ended", ...wishes });
  const data = { createdAt: minute(from), liveAt: minute(from), endedAt: minute(to) };
  const hall = mainRoomId ? { mainRoomId, overflowNumber: 1 } : {};
  await db().room.update({ where: { id: roomId }, data: { ...data, ...hall, showId: showId ?? null } });
  return roomId;
}

/**
 * Ada's evening from 20:00 to 21:00, with one hall from 20:10 on:
 *
 *     ada   0–60 (host)          60 minutes   behind the stage since −20, which counts for nothing
 *     ben   0–20, 30–50          40           came back; was at a room of Ada's before
 *     cleo  10–40 hall           30           claimed the seat at 9, was seen at 10
 *     dev   10–15 hall, 15–45    35           called up from the hall
 *     guest 12–32                20           went at 32; the seat closed at 34, when its grace was over
 *     finn  –                     0           claimed a seat and never came
 *
 * 5 at once at the most, from 12 to 20, when ben goes; 185 minutes in all; new are cleo, dev and the guest.
 */
export async function knownEvening() {
  const [ada, ben, cleo, dev, finn] = await Promise.all(["ada", "ben", "cleo", "dev", "finn"].map(addMember));
  if (!ada || !ben || !cleo || !dev || !finn) throw new Error("nobody came");
  const guest = await addGuest();
  const before = await endedRoom(ada, { from: -10_000, to: -9_000 });
  await sat(ben, before, { from: -9_900, to: -9_800 });
  // Claimed, never seen: Dev has not been there.
  await sat(dev, before, { from: -9_900, to: -9_899, seen: null });
  const elsewhere = await endedRoom(finn, { from: -10_000, to: -9_000 });
  await sat(cleo, elsewhere, { from: -9_900, to: -9_800 });
  const roomId = await endedRoom(ada, { title: "=Night trains" });
  const hall = await endedRoom(ada, { from: 10, mainRoomId: roomId });
  await sat(ada, roomId, { from: -20, to: 60, role: "host" });
  await sat(ben, roomId, { from: 0, to: 20 });
  await sat(ben, roomId, { from: 30, to: 50 });
  await sat(cleo, hall, { from: 9, seen: 10, to: 40 });
  await sat(dev, hall, { from: 10, to: 15 });
  await sat(dev, roomId, { from: 15, to: 45, role: "speaker" });
  await sat(guest, roomId, { from: 12, to: 34, gone: 32 });
  await sat(finn, roomId, { from: 20, to: 21, seen: null });
  await raised(dev, hall, { at: 12, question: "Who runs it?", called: true });
  await raised(cleo, hall, { at: 13, question: "@what is for breakfast, and when?" });
  await raised(ben, roomId, { at: 14, question: " Who RUNS it? " });
  await raised(ben, roomId, { at: 31 });
  return { roomId, hall, id: { ada, ben, cleo, dev, finn, guest } };
}
