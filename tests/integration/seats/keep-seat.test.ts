import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { callerOf } from "@/lib/server/callers/find-caller";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { signInAsCast } from "@/lib/server/commands/sign-in/sign-in-as-cast";
import { command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { Browser } from "@/tests/support/browser";
import { FakeMedia, LISTENS } from "@/tests/support/fake-media";

const entering = command(signInAsCast);

const media = new FakeMedia();
await media.start();
afterAll(() => media.stop());

let roomId: string;
let devId: string;
let guestId: string;

beforeEach(async () => {
  await db().person.deleteMany();
  const ada = await db().person.create({
    data: { kind: "member", handle: "ada", name: "Ada", portraitSeed: 1, cast: true },
  });
  const dev = await db().person.create({
    data: { kind: "member", handle: "dev", name: "Dev", portraitSeed: 2, cast: true },
  });
  const guest = await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 3 } });
  const room = await db().room.create({
    data: {
      title: "Night trains",
      language: "en",
      capacity: 10,
      openSeats: 1,
      createdById: ada.id,
      clock: { create: {} },
    },
  });
  [roomId, devId, guestId] = [room.id, dev.id, guest.id];
  await seat(guestId);
  media.rooms.set(roomId, { sid: "RM_1", name: roomId, people: new Map() });
  media.connect(roomId, guestId, LISTENS);
});

describe("a guest who signs in", () => {
  test("keeps the seat, which then waits for the browser to come back", async () => {
    const browser = guestBrowser();
    await expect(enter(browser)).resolves.toMatchObject({ status: 201 });
    const open = await db().seat.findMany({ where: { closedAt: null } });
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({
      roomId,
      personId: devId,
      role: "listener",
      connectedAt: null,
      goneAt: null,
      version: 2,
    });
    expect(open[0]?.leaseUntil?.getTime()).toBeGreaterThan(Date.now());
    await expect(db().room.findUniqueOrThrow({ where: { id: roomId } })).resolves.toMatchObject({ openSeats: 1 });
    expect(browser.cookies.has("plenum-guest")).toBe(false);
    expect([...(media.rooms.get(roomId)?.people.keys() ?? [])]).toEqual([]);
    await expect(callerOf(browser.request())).resolves.toMatchObject({ id: devId, kind: "member" });
  });

  test("loses it if the member sits somewhere already", async () => {
    await seat(devId);
    await db().room.update({ where: { id: roomId }, data: { openSeats: 2 } });
    await enter(guestBrowser());
    const open = await db().seat.findMany({ where: { closedAt: null } });
    expect(open.map(({ personId }) => personId)).toEqual([devId]);
    await expect(db().room.findUniqueOrThrow({ where: { id: roomId } })).resolves.toMatchObject({ openSeats: 1 });
  });

  test("does not get past a ban by it, neither the member's nor the guest's", async () => {
    await db().roomBan.create({ data: { roomId, personId: devId, bannedById: devId } });
    await enter(guestBrowser());
    await expect(db().seat.count({ where: { closedAt: null } })).resolves.toBe(0);

    await db().roomBan.deleteMany();
    await db().roomBan.create({ data: { roomId, personId: guestId, bannedById: devId } });
    await enter(guestBrowser());
    await expect(db().roomBan.findMany({ where: { liftedAt: null } })).resolves.toMatchObject([{ personId: devId }]);
  });

  test("does not get past a ban from the main room by a seat in one of its halls", async () => {
    const hall = await db().room.findUniqueOrThrow({ where: { id: roomId } });
    const details = { title: hall.title, language: "en", capacity: 10, createdById: hall.createdById };
    const main = await db().room.create({ data: { ...details, clock: { create: {} } } });
    await db().room.update({ where: { id: roomId }, data: { mainRoomId: main.id, overflowNumber: 1 } });
    await db().roomBan.create({ data: { roomId: main.id, personId: devId, bannedById: hall.createdById } });
    await enter(guestBrowser());
    await expect(db().seat.count({ where: { closedAt: null } })).resolves.toBe(0);
  });

  test("in two browsers at once brings one seat", async () => {
    const other = await db().person.create({ data: { kind: "guest", name: "Guest 2", portraitSeed: 4 } });
    await seat(other.id);
    await db().room.update({ where: { id: roomId }, data: { openSeats: 2 } });
    const answers = [];
    for (const browser of [guestBrowser(), guestBrowser(other.id)]) answers.push(enter(browser));
    await Promise.all(answers);
    const open = await db().seat.findMany({ where: { closedAt: null } });
    const { openSeats } = await db().room.findUniqueOrThrow({ where: { id: roomId } });
    expect(open.filter(({ personId }) => personId === devId)).toHaveLength(1);
    expect(openSeats).toBe(open.length);
  });

  test("takes nobody's seat with a cookie that was not signed here", async () => {
    const browser = new Browser();
    browser.cookies.set("plenum-guest", `${guestId}.${"x".repeat(43)}`);
    await enter(browser);
    await expect(db().seat.findMany({ where: { closedAt: null } })).resolves.toMatchObject([{ personId: guestId }]);
  });
});

const enter = (browser: Browser) => browser.send(entering, "POST", {}, { handle: "dev" });

function guestBrowser(id = guestId): Browser {
  const browser = new Browser();
  const [name = "", value = ""] = (guestCookie(id as PersonId).split(";")[0] ?? "").split("=");
  browser.cookies.set(name, value);
  return browser;
}

async function seat(personId: string): Promise<void> {
  const now = new Date();
  await db().seat.create({ data: { id: randomUUID(), roomId, personId, role: "listener", connectedAt: now } });
}
