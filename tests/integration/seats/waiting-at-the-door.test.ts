import { beforeEach, expect, it } from "vitest";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { db } from "@/lib/server/postgres/db";
import type { TicketView } from "@/lib/wire/seats/door";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let roomId: RoomId;

/** A family of two rooms with one place each, both taken, and a line in front of it. */
beforeEach(async () => {
  await emptyHouse();
  roomId = await addRoom({ createdById: await addMember("ada"), capacity: 1, overflowLimit: 1 });
  const hall = await addRoom({ createdById: await addMember("ben"), capacity: 1, title: "hall" });
  await db().room.update({ where: { id: hall }, data: { mainRoomId: roomId, overflowNumber: 1, openSeats: 1 } });
  await db().room.update({ where: { id: roomId }, data: { overflowOpened: 1, openSeats: 1 } });
});

async function addGuest(): Promise<PersonId> {
  const guest = await db().person.create({ data: { kind: "guest", name: "Guest", portraitSeed: 1 } });
  return guest.id as PersonId;
}

function requestOf(method: string, personId: PersonId | null, input?: object): Request {
  const headers: Record<string, string> = { "content-type": "application/json", "x-plenum-address": "192.0.2.7" };
  const cookie = personId && guestCookie(personId).split(";")[0];
  return new Request("http://localhost:3000/", {
    method,
    headers: { ...headers, ...(cookie && { cookie }) },
    ...(input && { body: JSON.stringify(input) }),
  });
}

const ask = (personId: PersonId | null, input: object = {}, room = roomId) =>
  join(requestOf("POST", personId, input), { params: Promise.resolve({ roomId: room }) });

async function ticketOf(personId: PersonId, input = {}): Promise<TicketView> {
  const answer = await ask(personId, input);
  expect(answer.status).toBe(202);
  return (await answer.json()).ticket;
}

it("a full family answers 202 with a ticket, which any later request keeps", async () => {
  const [dev, finn] = [await addGuest(), await addGuest()];
  const first = await ticketOf(dev);
  expect(first).toEqual({
    token: expect.stringContaining(roomId),
    place: 1,
    waiting: 1,
    estimateSeconds: null,
    pollAfterMs: expect.any(Number),
  });
  expect(await ticketOf(finn)).toMatchObject({ place: 2, waiting: 2 });
  expect(await ticketOf(dev, { ticket: first.token, back: true })).toMatchObject({ token: first.token, place: 1 });
  expect(await ticketOf(dev)).toMatchObject({ token: first.token, place: 1 });
  expect(await db().seat.count()).toBe(0);
});

it("somebody unknown gets a ticket and the cookie that it is theirs by", async () => {
  const answer = await ask(null);
  expect(answer.status).toBe(202);
  expect(answer.headers.get("set-cookie")).toContain("plenum-guest=");
  expect((await answer.json()).ticket.place).toBe(1);
});

it("a forged ticket, and one that is somebody else's, are refused and tell nothing", async () => {
  const [dev, finn] = [await addGuest(), await addGuest()];
  const { token } = await ticketOf(dev);
  const forged = token.replace(/\.1\./, ".0.");
  const guests = await db().person.count();
  for (const [who, ticket] of [
    [finn, token],
    [dev, forged],
    [null, token],
    [dev, "x"],
  ] as const) {
    const answer = await ask(who, { ticket });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: { code: "ticket_wrong", message: expect.any(String) } });
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect(await db().person.count()).toBe(guests);
  expect(await db().ticket.count()).toBe(1);
});

it("a ticket opens no room that its holder may not know of", async () => {
  const dev = await addGuest();
  const { token } = await ticketOf(dev);
  const closed = await addRoom({ createdById: await addMember("cleo"), kind: "closed", title: "closed" });
  const answer = await ask(dev, { ticket: token }, closed);
  expect(answer.status).toBe(409);
  expect((await answer.json()).error.code).toBe("ticket_wrong");
});

it("leaving the line gives the place up", async () => {
  const [dev, finn] = [await addGuest(), await addGuest()];
  await ticketOf(dev);
  await ticketOf(finn);
  const left = await leave(requestOf("DELETE", dev), { params: Promise.resolve({ roomId }) });
  expect(left.status).toBe(204);
  expect(await db().ticket.findMany({ where: { closedAt: null }, select: { personId: true } })).toEqual([
    { personId: finn },
  ]);
});

it("asking whether it is one's turn costs none of the joins of a person or an address, and is limited by itself", async () => {
  const dev = await addGuest();
  const { token } = await ticketOf(dev);
  const statuses: number[] = [];
  for (let asked = 0; asked < 61; asked++) statuses.push((await ask(dev, { ticket: token })).status);
  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 202));
  expect(statuses[60]).toBe(429);
  expect((await ask(dev)).status).toBe(202);
});

it("a flood of nameless arrivals behind one address locks out nobody who is known and waits there", async () => {
  const statuses = await Promise.all(Array.from({ length: 300 }, async () => (await ask(null)).status));
  expect(new Set(statuses)).toEqual(new Set([202, 429]));
  expect(statuses.filter((status) => status === 202).length).toBeLessThanOrEqual(40);
  const { token } = await ticketOf(await addGuest());
  expect(token).toContain(roomId);
});
