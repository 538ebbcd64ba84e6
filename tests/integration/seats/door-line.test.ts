import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { ShownTicket } from "@/lib/server/admission/line/door-lines";
import type { Admission } from "@/lib/server/admission/request";
import { db } from "@/lib/server/postgres/db";
import { addCrowd, addMember, addRoom, emptyHouse, faultsOfSeats } from "@/tests/support/scenes/at-the-door";

const NO_CROWD = { batch: 100_000, p95Ms: 100_000 };

/** Two processes, one Postgres. */
let pools: pg.Pool[];
let doors: [Door, Door];
let ada: PersonId;

beforeAll(() => {
  pools = [0, 1].map(
    () => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4, application_name: "line" }),
  );
  for (const pool of pools) pool.on("error", () => {});
});
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

beforeEach(async () => {
  await emptyHouse();
  lookAgain();
  ada = await addMember("ada");
});

/** Doors that have read no line yet: what they are asked next they look up now. */
function lookAgain(triggers = NO_CROWD): void {
  doors = pools.map((pool) => openDoor(pool, undefined, triggers)) as [Door, Door];
}

type Way = { door?: 0 | 1; kind?: "member" | "guest"; ticket?: ShownTicket };

const join = (roomId: RoomId, personId: PersonId, { door = 0, kind = "member", ticket }: Way = {}) =>
  doors[door].admit({ roomId, personId, kind, ticket });

const placeOf = (admission: Admission) =>
  !admission.ok && admission.refusal === "waits" ? admission.line.place : admission.ok ? "seat" : admission.refusal;

const numberOf = (admission: Admission) =>
  !admission.ok && admission.refusal === "waits" ? admission.line.number : null;

/** A family of one room and one overflow room with two places each, all taken. Answers it with those who sit there. */
async function fullFamily(wishes: { reserve?: number; capacity?: number } = {}) {
  const roomId = await addRoom({ createdById: ada, capacity: 2, overflowLimit: 1, ...wishes });
  const capacity = wishes.capacity ?? 2;
  const inside = await addCrowd(2 * capacity - (wishes.reserve ?? 0));
  for (const person of inside) expect((await join(roomId, person)).ok).toBe(true);
  return { roomId, inside };
}

const seatsOf = async (personId: PersonId) => db().seat.count({ where: { personId, closedAt: null } });

async function leave(personId: PersonId): Promise<void> {
  const seat = await db().seat.findFirstOrThrow({ where: { personId, closedAt: null } });
  await doors[0].leave({ roomId: seat.roomId as RoomId, personId });
}

/** People one after the other, at two doors in turns, each with the ticket they got. */
async function inLine(roomId: RoomId, people: PersonId[]): Promise<Required<Way>["ticket"][]> {
  const tickets: ShownTicket[] = [];
  for (const [index, person] of people.entries()) {
    const admission = await join(roomId, person, { door: index % 2 === 0 ? 0 : 1 });
    tickets.push({ familyId: roomId, number: numberOf(admission) ?? -1 });
  }
  return tickets;
}

describe("the order", () => {
  it("a full family gives places in line in order of arrival, at two doors", async () => {
    const { roomId } = await fullFamily();
    const tickets = await inLine(roomId, await addCrowd(6));
    expect(tickets.map((ticket) => ticket.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever comes first is called first, one for each place, and the others move up", async () => {
    const { roomId, inside } = await fullFamily();
    const people = await addCrowd(5);
    const tickets = await inLine(roomId, people);
    await leave(inside[0] as PersonId);
    await leave(inside[3] as PersonId);
    lookAgain();
    const places: unknown[] = [];
    // From the back, so that the first place is not given to whoever asks first.
    for (const index of [4, 3, 2, 1, 0]) {
      const admission = await join(roomId, people[index] as PersonId, { door: 1, ticket: tickets[index] });
      places.unshift(placeOf(admission));
    }
    expect(places).toEqual(["seat", "seat", 1, 2, 3]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("nobody without a ticket takes the place that came free, at any door and under any room's name", async () => {
    const { roomId, inside } = await fullFamily();
    const [first, late, later] = (await addCrowd(3)) as [PersonId, PersonId, PersonId];
    const [ticket] = await inLine(roomId, [first]);
    const { id: overflowId } = await db().room.findFirstOrThrow({ where: { mainRoomId: roomId } });
    await leave(inside[3] as PersonId);
    lookAgain();
    expect(numberOf(await join(roomId, late, { door: 1 }))).toBe(2);
    expect(numberOf(await join(overflowId as RoomId, later))).toBe(3);
    expect(placeOf(await join(roomId, first, { ticket }))).toBe("seat");
    expect(await seatsOf(late)).toBe(0);
  });

  it("a called person's place is nobody else's, also where nobody waits any more", async () => {
    const { roomId, inside } = await fullFamily();
    const [first, late] = (await addCrowd(2)) as [PersonId, PersonId];
    const [ticket] = await inLine(roomId, [first]);
    await leave(inside[0] as PersonId);
    lookAgain();
    // Somebody's look at the line calls the first one.
    expect(placeOf(await join(roomId, late, { door: 1 }))).not.toBe("seat");
    expect(await db().ticket.count({ where: { personId: first, calledAt: { not: null } } })).toBe(1);
    lookAgain();
    expect(placeOf(await join(roomId, first, { ticket }))).toBe("seat");
    expect(placeOf(await join(roomId, late))).toBe(1);
  });

  it("whose place somebody took who never waits stands first again", async () => {
    const { roomId, inside } = await fullFamily();
    const people = await addCrowd(2);
    const tickets = await inLine(roomId, people);
    await leave(inside[0] as PersonId);
    await db().ticket.updateMany({ where: { number: 1n }, data: { calledAt: new Date() } });
    await db().interpreter.create({ data: { roomId, language: "de", personId: ada, assignedById: ada } });
    expect(placeOf(await join(roomId, ada))).toBe("seat");
    lookAgain();
    expect(placeOf(await join(roomId, people[0] as PersonId, { ticket: tickets[0] }))).toBe(1);
    expect(await db().ticket.findMany({ where: { calledAt: { not: null }, closedAt: null } })).toEqual([]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("the line ends by itself, and whoever comes then walks in", async () => {
    const { roomId, inside } = await fullFamily();
    const people = await addCrowd(2);
    const tickets = await inLine(roomId, people);
    for (const one of inside) await leave(one);
    lookAgain();
    for (const [index, one] of people.entries()) {
      expect(placeOf(await join(roomId, one, { ticket: tickets[index] }))).toBe("seat");
    }
    const [late] = (await addCrowd(1)) as [PersonId];
    expect(placeOf(await join(roomId, late))).toBe("seat");
    expect(await db().ticket.count({ where: { closedAt: null } })).toBe(0);
    expect(await db().doorLine.findFirstOrThrow()).toMatchObject({ calledTotal: 2n });
  });
});

describe("who never waits", () => {
  /** A crowd is at the door, and there is room: one who would wait takes a ticket. */
  async function keptLine() {
    const roomId = await addRoom({ createdById: ada, capacity: 10, reserve: 1, overflowLimit: 1 });
    await db().doorLine.create({ data: { roomId, keptUntil: new Date(Date.now() + 60_000) } });
    return roomId;
  }

  it("hosts, announced guests, interpreters and those who have a place held; but everyone else does", async () => {
    const roomId = await keptLine();
    const [guest, interpreter, calledUp, invited, stranger] = (await addCrowd(5)) as PersonId[];
    if (!guest || !interpreter || !calledUp || !invited || !stranger) throw new Error("nobody came");
    const overflowId = await addRoom({ createdById: ada, title: "hall" });
    await db().room.update({ where: { id: overflowId }, data: { mainRoomId: roomId, overflowNumber: 1 } });
    await db().invitation.create({ data: { roomId, personId: guest, invitedById: ada, role: "speaker" } });
    await db().invitation.create({ data: { roomId, personId: invited, invitedById: ada } });
    await db().interpreter.create({ data: { roomId, language: "de", personId: interpreter, assignedById: ada } });
    await db().heldSeat.create({ data: { roomId: overflowId, personId: calledUp } });
    await db().room.update({ where: { id: overflowId }, data: { openSeats: 0 } });
    const places = [];
    for (const person of [ada, guest, interpreter, calledUp, invited, stranger]) {
      const admission = await join(roomId, person);
      places.push(numberOf(admission) ?? placeOf(admission));
    }
    expect(places).toEqual(["seat", "seat", "seat", "seat", 1, 2]);
  });

  it("whoever sits in the family goes about in it", async () => {
    const { roomId } = await fullFamily();
    const { id: overflowId } = await db().room.findFirstOrThrow({ where: { mainRoomId: roomId } });
    const inHall = await db().seat.findFirstOrThrow({ where: { roomId: overflowId, closedAt: null } });
    const inMain = await db().seat.findFirstOrThrow({ where: { roomId, closedAt: null } });
    await leave(inMain.personId as PersonId);
    await db().doorLine.create({ data: { roomId, keptUntil: new Date(Date.now() + 60_000) } });
    await expect(join(roomId, inHall.personId as PersonId)).resolves.toMatchObject({
      ok: true,
      value: { seat: { roomId } },
    });
  });

  it("an interpreter enters a family without a free place by the stage's reserve", async () => {
    const { roomId } = await fullFamily({ capacity: 3, reserve: 1 });
    const [interpreter, other] = (await addCrowd(2)) as [PersonId, PersonId];
    await db().interpreter.create({ data: { roomId, language: "de", personId: interpreter, assignedById: ada } });
    expect(placeOf(await join(roomId, other))).toBe(1);
    expect(placeOf(await join(roomId, interpreter))).toBe("seat");
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever may not come in takes no ticket either", async () => {
    const { roomId } = await fullFamily();
    const eve = await addMember("eve");
    await db().roomBan.create({ data: { roomId, personId: eve, bannedById: ada } });
    await expect(join(roomId, eve)).resolves.toMatchObject({ refusal: "banned" });
    await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    await expect(join(roomId, await addMember("finn"))).resolves.toMatchObject({ refusal: "not_found" });
    expect(await db().ticket.count()).toBe(0);
  });
});

describe("one place a person", () => {
  it("two tabs, with and without the ticket, at two doors, stand in one place", async () => {
    const { roomId } = await fullFamily();
    const [dev, other] = (await addCrowd(2)) as [PersonId, PersonId];
    const both = await Promise.all([join(roomId, dev), join(roomId, dev, { door: 1 })]);
    const number = numberOf(both[0]) ?? -1;
    await join(roomId, other);
    const ticket = { familyId: roomId, number };
    const again = [
      await join(roomId, dev, { ticket, door: 1 }),
      await join(roomId, dev),
      await join(roomId, dev, { ticket }),
    ];
    expect([...both, ...again].map(numberOf)).toEqual([number, number, number, number, number]);
    expect(await db().ticket.count()).toBe(2);
  });

  it("a ticket of one family says nothing in another", async () => {
    const { roomId } = await fullFamily();
    const [dev] = (await addCrowd(1)) as [PersonId];
    const [ticket] = await inLine(roomId, [dev]);
    const other = await addRoom({ createdById: ada, title: "other" });
    await expect(join(other, dev, { ticket })).resolves.toEqual({ ok: false, refusal: "ticket_wrong" });
  });

  it("who leaves the line is out of it at once", async () => {
    const { roomId } = await fullFamily();
    const people = await addCrowd(2);
    const tickets = await inLine(roomId, people);
    await doors[1].leave({ roomId, personId: people[0] as PersonId });
    lookAgain();
    expect(placeOf(await join(roomId, people[1] as PersonId, { ticket: tickets[1] }))).toBe(1);
    expect(numberOf(await join(roomId, people[0] as PersonId))).toBe(3);
  });
});

describe("whoever is gone", () => {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);

  it("a ticket that nobody polls for thirty seconds is dead: others move up, and who comes late stands at the end", async () => {
    const { roomId } = await fullFamily();
    const people = (await addCrowd(3)) as [PersonId, PersonId, PersonId];
    const tickets = await inLine(roomId, people);
    await db().ticket.updateMany({ where: { personId: people[0] }, data: { polledAt: ago(29) } });
    lookAgain();
    expect(placeOf(await join(roomId, people[0], { ticket: tickets[0] }))).toBe(1);
    await db().ticket.updateMany({ where: { personId: people[0] }, data: { polledAt: ago(31) } });
    lookAgain();
    expect(placeOf(await join(roomId, people[1], { ticket: tickets[1] }))).toBe(1);
    const late = await join(roomId, people[0], { ticket: tickets[0] });
    expect([numberOf(late), placeOf(late)]).toEqual([4, 3]);
  });

  it("a dead ticket holds up nobody, whether a line was turned meanwhile or not", async () => {
    const { roomId, inside } = await fullFamily();
    const [gone, late] = (await addCrowd(2)) as [PersonId, PersonId];
    await inLine(roomId, [gone]);
    await db().ticket.updateMany({ data: { polledAt: ago(31) } });
    await leave(inside[0] as PersonId);
    expect(placeOf(await join(roomId, late))).toBe("seat");
    expect(numberOf(await join(roomId, gone))).toBe(2);
  });

  it("a call that nobody follows goes to the next", async () => {
    const { roomId, inside } = await fullFamily();
    const people = (await addCrowd(2)) as [PersonId, PersonId];
    const tickets = await inLine(roomId, people);
    await leave(inside[0] as PersonId);
    lookAgain();
    expect(placeOf(await join(roomId, people[1], { ticket: tickets[1] }))).toBe(1);
    await db().ticket.updateMany({ where: { personId: people[0] }, data: { calledAt: ago(31) } });
    lookAgain();
    expect(placeOf(await join(roomId, people[1], { ticket: tickets[1] }))).toBe("seat");
    expect(placeOf(await join(roomId, people[0], { ticket: tickets[0] }))).toBe(1);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("once the room is over those who wait hear so", async () => {
    const { roomId } = await fullFamily();
    const [dev] = (await addCrowd(1)) as [PersonId];
    const [ticket] = await inLine(roomId, [dev]);
    await db().room.update({ where: { id: roomId }, data: { status: "ended" } });
    lookAgain();
    await expect(join(roomId, dev, { ticket })).resolves.toMatchObject({ refusal: "room_ended" });
    expect(await db().ticket.count({ where: { closedAt: null } })).toBe(0);
  });
});

describe("a crowd", () => {
  it("that is more than the door takes at once takes tickets, and is seated in their order", async () => {
    lookAgain({ batch: 20, p95Ms: 100_000 });
    const roomId = await addRoom({ createdById: ada, capacity: 200, overflowLimit: 1 });
    const people = await addCrowd(60);
    const arrived = await Promise.all(people.map((one, index) => join(roomId, one, { door: index % 2 === 0 ? 0 : 1 })));
    expect(arrived.filter((one) => one.ok)).toEqual([]);
    expect(arrived.map(numberOf).toSorted((one, other) => Number(one) - Number(other))).toEqual(
      people.map((_, n) => n + 1),
    );
    const [late] = (await addCrowd(1)) as [PersonId];
    expect(numberOf(await join(roomId, late))).toBe(61);
    const called = await db().ticket.findMany({ where: { calledAt: { not: null } }, orderBy: { number: "asc" } });
    expect(called.map((ticket) => Number(ticket.number))).toEqual(called.map((_, index) => index + 1));
    let waiting = people.map((personId, index) => ({
      personId,
      ticket: { familyId: roomId, number: numberOf(arrived[index] as Admission) ?? -1 },
    }));
    while (waiting.length > 0) {
      lookAgain(NO_CROWD);
      const answers = await Promise.all(waiting.map((one) => join(roomId, one.personId, { ticket: one.ticket })));
      const seated = waiting.filter((_, index) => answers[index]?.ok).map((one) => one.ticket.number);
      const left = waiting.filter((_, index) => !answers[index]?.ok);
      expect(seated.length).toBeGreaterThan(0);
      expect(Math.max(...seated)).toBeLessThan(
        Math.min(Number.POSITIVE_INFINITY, ...left.map((one) => one.ticket.number)),
      );
      waiting = left;
    }
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("without overflow a full room says so to those who were called, and gives no new ticket", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 1 });
    const [first, second, third] = (await addCrowd(3)) as [PersonId, PersonId, PersonId];
    await db().doorLine.create({ data: { roomId, keptUntil: new Date(Date.now() + 60_000) } });
    const tickets = await inLine(roomId, [first, second]);
    lookAgain();
    expect(placeOf(await join(roomId, first, { ticket: tickets[0] }))).toBe("seat");
    expect(placeOf(await join(roomId, second, { ticket: tickets[1] }))).toBe("room_full");
    expect(placeOf(await join(roomId, third))).toBe("room_full");
    expect(await db().ticket.count({ where: { closedAt: null } })).toBe(0);
  });

  it("those who ask within a second cost no query each, and what they asked is written down", async () => {
    const { roomId } = await fullFamily();
    const people = await addCrowd(40);
    const tickets = await inLine(roomId, people);
    const askAll = () => Promise.all(people.map((one, index) => join(roomId, one, { ticket: tickets[index] })));
    await askAll();
    const longAgo = new Date(Date.now() - 20_000);
    await db().ticket.updateMany({ data: { polledAt: longAgo } });
    let taken = 0;
    const count = () => {
      taken += 1;
    };
    pools[0]?.on("acquire", count);
    const answers = await askAll();
    expect(answers.map(placeOf)).toEqual(people.map((_, index) => index + 1));
    const unwritten = () => db().ticket.count({ where: { polledAt: { lte: longAgo } } });
    await vi.waitFor(async () => expect(await unwritten()).toBe(0), { timeout: 5_000, interval: 50 });
    pools[0]?.off("acquire", count);
    // A turn a second, each with a connection of its own; forty people would be eighty queries.
    expect(taken).toBeLessThan(people.length / 4);
  });
});

it("with Postgres gone in the middle those who ask hear that it is away, and keep their places", async () => {
  const { roomId } = await fullFamily();
  const people = await addCrowd(3);
  const tickets = await inLine(roomId, people);
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  await admin.query("BEGIN");
  await admin.query("SELECT FROM ticket WHERE room_id = $1 FOR UPDATE", [roomId]);
  lookAgain();
  const asking = Promise.allSettled(people.map((one, index) => join(roomId, one, { ticket: tickets[index] })));
  for (;;) {
    const { rowCount } = await admin.query("SELECT FROM pg_locks WHERE NOT granted");
    if (rowCount) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'line'");
  for (const outcome of await asking) expect(outcome).toMatchObject({ reason: { service: "database" } });
  await admin.query("COMMIT");
  await admin.end();
  const again = await Promise.all(people.map((one, index) => join(roomId, one, { ticket: tickets[index] })));
  expect(again.map(placeOf)).toEqual([1, 2, 3]);
});
