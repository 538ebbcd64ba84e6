import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { Admission } from "@/lib/server/admission/request";
import { db } from "@/lib/server/postgres/db";
import { addCrowd, addMember, addRoom, emptyHouse, faultsOfSeats } from "@/tests/support/scenes/at-the-door";

/** Two processes' doors: batchers and pools of their own, one Postgres. */
let pools: pg.Pool[];
let doors: [Door, Door];

beforeAll(() => {
  pools = [0, 1].map(
    () => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4, application_name: "door" }),
  );
  for (const pool of pools) pool.on("error", () => {});
  doors = pools.map((pool) => openDoor(pool)) as [Door, Door];
});
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

let ada: PersonId;
let dev: PersonId;

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
  dev = await addMember("dev");
});

const join = (roomId: RoomId, personId: PersonId, door = doors[0], kind: "member" | "guest" = "member") =>
  door.admit({ roomId, personId, kind });

const seated = (admissions: Admission[]) => admissions.filter((admission) => admission.ok).length;
const openSeats = (roomId: RoomId) => db().seat.count({ where: { roomId, closedAt: null } });

describe("the cap", () => {
  it("gives the last seat to exactly one of 200 people at two doors", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 3 });
    await join(roomId, ada);
    await join(roomId, dev);
    const crowd = await addCrowd(200);
    const admissions = await Promise.all(crowd.map((one, place) => join(roomId, one, doors[place % 2 === 0 ? 0 : 1])));
    expect(seated(admissions)).toBe(1);
    expect(admissions.filter((one) => !one.ok && one.refusal === "room_full")).toHaveLength(199);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("keeps the reserve for the stage, and lets the host into it", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 5, reserve: 2 });
    const crowd = await addCrowd(10);
    const admissions = await Promise.all(crowd.map((one) => join(roomId, one)));
    expect(seated(admissions)).toBe(3);
    await expect(join(roomId, ada)).resolves.toMatchObject({ ok: true, value: { seat: { role: "host" } } });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("fills a place again that somebody left", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 1 });
    await join(roomId, dev);
    await expect(join(roomId, ada)).resolves.toMatchObject({ ok: false, refusal: "room_full" });
    await doors[1].leave({ roomId, personId: dev });
    await expect(join(roomId, ada)).resolves.toMatchObject({ ok: true });
    expect(await faultsOfSeats()).toEqual([]);
  });
});

describe("one seat a person", () => {
  it("answers 50 joins at once, at two doors, with one seat", async () => {
    const roomId = await addRoom({ createdById: ada });
    const admissions = await Promise.all(
      Array.from({ length: 50 }, (_, i) => join(roomId, dev, doors[i % 2 === 0 ? 0 : 1])),
    );
    expect(new Set(admissions.map((one) => one.ok && one.value.seat.id)).size).toBe(1);
    expect(await openSeats(roomId)).toBe(1);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("leaves the old room in the same act", async () => {
    const first = await addRoom({ createdById: ada, title: "first" });
    const second = await addRoom({ createdById: ada, title: "second" });
    await join(first, dev);
    await expect(join(second, dev)).resolves.toMatchObject({ ok: true, value: { fresh: true, left: first } });
    expect([await openSeats(first), await openSeats(second)]).toEqual([0, 1]);
    expect(await db().room.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ emptySince: expect.any(Date) });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("lets the last request win when one person asks for several rooms at once", async () => {
    const rooms = await Promise.all(["a", "b", "c"].map((title) => addRoom({ createdById: ada, title })));
    const admissions = await Promise.all(rooms.map((roomId) => join(roomId, dev)));
    expect(seated(admissions)).toBe(3);
    expect(await openSeats(rooms[2] as RoomId)).toBe(1);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("loses nobody whom two doors seat in different rooms at the same moment", async () => {
    const rooms = await Promise.all(["a", "b"].map((title) => addRoom({ createdById: ada, title, capacity: 100 })));
    const crowd = await addCrowd(60);
    for (let round = 0; round < 4; round++) {
      const admissions = await Promise.all(
        crowd.flatMap((one) => doors.map((door, index) => join(rooms[(index + round) % 2] as RoomId, one, door))),
      );
      expect(seated(admissions)).toBe(120);
      expect((await openSeats(rooms[0] as RoomId)) + (await openSeats(rooms[1] as RoomId))).toBe(60);
      expect(await faultsOfSeats()).toEqual([]);
    }
  });

  it("keeps somebody where they are when the room they want is full", async () => {
    const first = await addRoom({ createdById: ada });
    const full = await addRoom({ createdById: ada, capacity: 1, title: "full" });
    await join(full, ada);
    await join(first, dev);
    await expect(join(full, dev)).resolves.toMatchObject({ ok: false, refusal: "room_full", facts: { capacity: 1 } });
    expect(await openSeats(first)).toBe(1);
  });
});

describe("coming back", () => {
  it("keeps seat and role, and gives a claim its time again", async () => {
    const roomId = await addRoom({ createdById: ada });
    const first = await join(roomId, ada);
    await db().seat.updateMany({ data: { leaseUntil: new Date(Date.now() + 1_000) } });
    const again = await join(roomId, ada, doors[1]);
    expect(again).toMatchObject({ ok: true, value: { fresh: false, seat: { role: "host" } } });
    expect(again.ok && again.value.seat.id).toBe(first.ok && first.value.seat.id);
    const seat = await db().seat.findFirstOrThrow();
    expect(seat.leaseUntil?.getTime()).toBeGreaterThan(Date.now() + 25_000);
  });

  it("leaves a connected seat without a lease", async () => {
    const roomId = await addRoom({ createdById: ada });
    await join(roomId, dev);
    await db().seat.updateMany({ data: { leaseUntil: null, connectedAt: new Date() } });
    await join(roomId, dev);
    expect((await db().seat.findFirstOrThrow()).leaseUntil).toBeNull();
  });

  it("makes the creator host again after they left, unless somebody else hosts", async () => {
    const roomId = await addRoom({ createdById: ada });
    await join(roomId, ada);
    await doors[0].leave({ roomId, personId: ada });
    await expect(join(roomId, ada)).resolves.toMatchObject({ value: { seat: { role: "host" } } });
    await doors[0].leave({ roomId, personId: ada });
    await join(roomId, dev);
    await db().seat.updateMany({ where: { personId: dev, closedAt: null }, data: { role: "host" } });
    await expect(join(roomId, ada)).resolves.toMatchObject({ value: { seat: { role: "listener" } } });
  });
});

describe("what is written", () => {
  it("announces the host's coming and going, and no listener's", async () => {
    const roomId = await addRoom({ createdById: ada });
    const other = await addRoom({ createdById: dev, title: "other" });
    await Promise.all([join(roomId, ada), join(roomId, dev)]);
    await join(other, dev);
    await join(other, ada);
    const events = await db().roomEvent.findMany({ where: { roomId }, orderBy: { version: "asc" } });
    expect(events.map(({ version, audience, type, actorId }) => ({ version, audience, type, actorId }))).toEqual([
      { version: 1n, audience: "everyone", type: "stage_joined", actorId: ada },
      { version: 2n, audience: "everyone", type: "stage_left", actorId: ada },
    ]);
    expect(events[0]?.facts).toMatchObject({ person: { id: ada, role: "host", muted: false, away: false } });
  });

  it("lowers the hand and withdraws the invitation of whoever goes", async () => {
    const roomId = await addRoom({ createdById: ada });
    await join(roomId, dev);
    await db().hand.create({ data: { roomId, personId: dev } });
    await db().offer.create({
      data: { roomId, personId: dev, offeredById: ada, expiresAt: new Date(Date.now() + 30_000) },
    });
    await doors[0].leave({ roomId, personId: dev });
    expect(await db().hand.findFirstOrThrow()).toMatchObject({ outcome: "left", closedAt: expect.any(Date) });
    expect(await db().offer.findFirstOrThrow()).toMatchObject({ outcome: "withdrawn", closedAt: expect.any(Date) });
    const events = await db().roomEvent.findMany({ where: { roomId }, orderBy: { type: "asc" } });
    expect(events.map(({ type, audience }) => ({ type, audience }))).toEqual([
      { type: "hand_lowered", audience: "moderators" },
      { type: "offer_closed", audience: "person" },
    ]);
  });

  it("takes leaving twice for leaving once, and says where there is no such room", async () => {
    const roomId = await addRoom({ createdById: ada });
    await join(roomId, dev);
    await expect(Promise.all([0, 1].map(() => doors[0].leave({ roomId, personId: dev })))).resolves.toEqual([
      true,
      true,
    ]);
    await expect(doors[0].leave({ roomId: ada as string as RoomId, personId: dev })).resolves.toBe(false);
    expect(await faultsOfSeats()).toEqual([]);
  });
});

describe("who may come in", () => {
  it("judges bans, invitations and follows as they are under the lock", async () => {
    const eve = await addMember("eve");
    const closed = await addRoom({ createdById: ada, kind: "closed" });
    const social = await addRoom({ createdById: ada, kind: "social", title: "social" });
    await db().roomBan.create({ data: { roomId: social, personId: eve, bannedById: ada } });
    await join(social, ada);
    await expect(join(social, dev)).resolves.toMatchObject({ refusal: "not_allowed" });
    await db().follow.create({ data: { followerId: ada, followeeId: dev } });
    await expect(join(social, dev)).resolves.toMatchObject({ ok: true });
    await expect(join(social, eve)).resolves.toMatchObject({ refusal: "banned" });
    await expect(join(closed, dev)).resolves.toMatchObject({ refusal: "not_found" });
    await db().invitation.create({ data: { roomId: closed, personId: dev, invitedById: ada } });
    await expect(join(closed, dev)).resolves.toMatchObject({ ok: true });
  });

  it("stops a host from walking out on a room with people in it", async () => {
    const first = await addRoom({ createdById: ada });
    const other = await addRoom({ createdById: dev, title: "other" });
    await join(first, ada);
    await join(first, dev);
    await expect(join(other, ada)).resolves.toMatchObject({ refusal: "hand_over_first", facts: { roomId: first } });
    expect(await openSeats(first)).toBe(2);
    await db().seat.updateMany({ where: { personId: dev }, data: { role: "moderator" } });
    await expect(join(other, ada)).resolves.toMatchObject({ ok: true });
  });
});

describe("pages of one person", () => {
  const [laptop, phone] = ["019abcde-0000-4000-8000-00000000000a", "019abcde-0000-4000-8000-00000000000b"];

  it("gives the seat to whichever page a tap was on, and lets only that one come back by itself", async () => {
    const roomId = await addRoom({ createdById: ada });
    const ask = (page: string | undefined, back: boolean) =>
      doors[0].admit({ roomId, personId: dev, kind: "member", page, back });
    await expect(ask(laptop, false)).resolves.toMatchObject({ ok: true, value: { fresh: true } });
    await expect(ask(laptop, true)).resolves.toMatchObject({ ok: true, value: { fresh: false } });
    await expect(ask(phone, false)).resolves.toMatchObject({ ok: true, value: { fresh: false } });
    await expect(ask(laptop, true)).resolves.toMatchObject({ refusal: "seat_moved" });
    await expect(ask(phone, true)).resolves.toMatchObject({ ok: true });
    await expect(ask(undefined, false)).resolves.toMatchObject({ ok: true });
    await expect(ask(laptop, true)).resolves.toMatchObject({ ok: true });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("lets a page come back by itself once the one that had the seat is gone", async () => {
    const roomId = await addRoom({ createdById: ada });
    const ask = (page: string | undefined, back: boolean) =>
      doors[0].admit({ roomId, personId: dev, kind: "member", page, back });
    await ask(phone, false);
    await expect(ask(laptop, true)).resolves.toMatchObject({ refusal: "seat_moved" });
    await db().seat.updateMany({ where: { personId: dev }, data: { goneAt: new Date() } });
    await expect(ask(laptop, true)).resolves.toMatchObject({ ok: true, value: { fresh: false } });
  });

  it("does not call somebody back out of the room that their phone is in", async () => {
    const [first, other] = [await addRoom({ createdById: ada }), await addRoom({ createdById: ada, title: "other" })];
    const dial = { personId: dev, kind: "member" } as const;
    await doors[0].admit({ ...dial, roomId: first, page: laptop });
    await doors[0].admit({ ...dial, roomId: other, page: phone });
    const [back, stays] = await Promise.all([
      doors[0].admit({ ...dial, roomId: first, page: laptop, back: true }),
      doors[0].admit({ ...dial, roomId: other, page: phone, back: true }),
    ]);
    expect(back).toMatchObject({ refusal: "seat_moved" });
    expect(stays).toMatchObject({ ok: true });
    expect([await openSeats(first), await openSeats(other)]).toEqual([0, 1]);
  });
});

describe("faults", () => {
  it("refuses one person's fault to that person only", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 20 });
    const crowd = await addCrowd(10);
    const nobody = "019abcde-0000-7000-8000-000000000000" as PersonId;
    const outcomes = await Promise.allSettled([...crowd, nobody].map((one) => join(roomId, one)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual([...crowd.map(() => "fulfilled"), "rejected"]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("answers that the database is away to all whose batch lost its connection, and seats them on the next try", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 5_000 });
    const crowd = await addCrowd(40);
    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await admin.connect();
    await admin.query("BEGIN");
    await admin.query("SELECT FROM room WHERE id = $1 FOR UPDATE", [roomId]);
    const joins = Promise.allSettled(crowd.map((one) => join(roomId, one)));
    await untilSomebodyWaits(admin);
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'door'");
    for (const outcome of await joins) expect(outcome).toMatchObject({ reason: { service: "database" } });
    await admin.query("COMMIT");
    await admin.end();
    expect(await openSeats(roomId)).toBe(0);
    expect(seated(await Promise.all(crowd.map((one) => join(roomId, one))))).toBe(40);
    expect(await faultsOfSeats()).toEqual([]);
  });
});

async function untilSomebodyWaits(admin: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query("SELECT FROM pg_locks WHERE NOT granted");
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
