import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PUT as subscribe, DELETE as unsubscribe } from "@/app/api/me/push-subscriptions/route";
import type { ClubId, PersonId, RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { claimPersonalPushes } from "@/lib/server/notifications/claim-personal-pushes";
import { claimPushes, duePushes } from "@/lib/server/notifications/claim-pushes";
import { forgetEagerness } from "@/lib/server/notifications/forget-eagerness";
import { sendPushes } from "@/lib/server/notifications/send-pushes";
import { pushToPeople } from "@/lib/server/notify/push-to-people";
import { tellGoingLive } from "@/lib/server/notify/tell-going-live";
import { tellOfClub } from "@/lib/server/notify/tell-of-club";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { browserKeys, newPushKey, type PushService, startPushService } from "@/tests/support/push/push-service";
import { addClub, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let service: PushService;
let ada: PersonId;
let roomId: RoomId;

beforeAll(async () => {
  process.env.PLENUM_PUSH_KEY = newPushKey();
  service = await startPushService();
});
afterAll(() => service.stop());

beforeEach(async () => {
  await emptyHouse();
  await Promise.all([db().person.deleteMany(), db().personalPush.deleteMany(), db().goingLive.deleteMany()]);
  service.received.clear();
  service.refuse.clear();
  ada = await addMember("ada");
  roomId = await addRoom({ createdById: ada });
  await db().seat.create({ data: { id: uuid(), roomId, personId: ada, role: "host" } });
});

const EARLIER = () => new Date(Date.now() - 60_000);

/** Somebody with a browser that takes pushes, who follows Ada. */
async function follower(handle: string, { eager = false } = {}): Promise<PersonId> {
  const personId = await addMember(handle);
  await db().follow.create({ data: { followerId: personId, followeeId: ada, createdAt: EARLIER() } });
  const sessionHash = hashOf(handle);
  await db().session.create({
    data: { personId, tokenHash: sessionHash, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  await db().pushSubscription.create({
    data: {
      ...{ personId, sessionHash, ...browserKeys(), locale: "de", endpoint: `${service.origin}/push/${handle}` },
      ...{ createdAt: EARLIER(), eagerSince: eager ? EARLIER() : null },
    },
  });
  return personId;
}

const goLive = () => tellGoingLive(hotSql(), { personId: ada, roomId, kind: "went_live" });
const what = () => ({ personId: ada, roomId });

/** Claims and sends until nothing is due; answers whom it claimed, in order. */
async function sendAll(): Promise<string[]> {
  const told: string[] = [];
  while ((await duePushes(hotSql())).length > 0) {
    const claimed = await claimPushes(what(), new Date());
    if (claimed === null) break;
    told.push(...claimed.map(({ target }) => target.endpoint.split("/").at(-1) ?? ""));
    await sendPushes(claimed);
  }
  return told;
}

const receivedOnce = () => [...service.received].map(([name, times]) => `${name} ${times}`).toSorted();

describe("pushes of a going live", () => {
  it("reach everybody who follows once, those who come most likely first, and then nobody", async () => {
    for (let place = 0; place < 45; place++) await follower(`calm_${place}`);
    for (let place = 0; place < 25; place++) await follower(`eager_${place}`, { eager: true });
    await goLive();
    const told = await sendAll();
    expect(told.length).toBe(70);
    expect(told.slice(0, 25).every((name) => name.startsWith("eager"))).toBe(true);
    expect(new Set(receivedOnce()).size).toBe(70);
    expect([...service.received.values()].every((times) => times === 1)).toBe(true);
    expect(await sendAll()).toEqual([]);
    await expect(db().goingLive.findFirst()).resolves.toMatchObject({ pushesEndedAt: expect.any(Date) });
  });

  it("are lost, and not repeated, where a worker dies between its claim and its sending", async () => {
    for (let place = 0; place < 50; place++) await follower(`calm_${place}`);
    await goLive();
    // Nobody is eager, so that the first claim ends the first round.
    expect(await claimPushes(what(), new Date())).toEqual([]);
    expect((await claimPushes(what(), new Date()))?.length).toBe(20);
    const told = await sendAll();
    expect(told.length).toBe(30);
    expect([...service.received.values()].every((times) => times === 1)).toBe(true);
  });

  it("are claimed by one of two workers", async () => {
    for (let place = 0; place < 90; place++) await follower(`calm_${place}`);
    await goLive();
    const claims: string[] = [];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < 12; turn++) {
          const claimed = (await claimPushes(what(), new Date())) ?? [];
          claims.push(...claimed.map(({ subscriptionId }) => subscriptionId));
        }
      }),
    );
    claims.push(...(await sendAll()).map((name) => name));
    expect(claims.length).toBe(90);
    expect(new Set(claims).size).toBe(90);
  });

  it("repeat nobody who opens one meanwhile, and who falls silent is told after the others only once all is sent", async () => {
    for (let place = 0; place < 30; place++) await follower(`eager_${place}`, { eager: true });
    await goLive();
    const first = (await claimPushes(what(), new Date())) ?? [];
    await db().pushSubscription.updateMany({ data: { activeAt: new Date(0) } });
    await forgetEagerness(hotSql());
    const rest = await sendAll();
    expect(first.length + rest.length).toBe(30);
    await forgetEagerness(hotSql());
    expect(await db().pushSubscription.count({ where: { eagerSince: null } })).toBe(30);
  });

  it("go to nobody who may not know, wants none, is out, or signed out", async () => {
    const named = ["blocked", "muted", "off", "paused", "banned", "expired", "late", "told"] as const;
    const id = Object.fromEntries(
      await Promise.all(named.map(async (name) => [name, await follower(name)] as const)),
    ) as Record<(typeof named)[number], PersonId>;
    await db().block.create({ data: { blockerId: ada, blockedId: id.blocked } });
    await db().notificationMute.create({ data: { personId: id.muted, mutedId: ada } });
    await db().notificationSettings.createMany({
      data: [
        { personId: id.off, changed: ["went_live.push"] },
        { personId: id.paused, pausedUntil: new Date(Date.now() + 60_000) },
      ],
    });
    await db().person.update({ where: { id: id.banned }, data: { bannedAt: new Date() } });
    await db().session.updateMany({ where: { personId: id.expired }, data: { expiresAt: EARLIER() } });
    await db().follow.updateMany({
      where: { followerId: id.late },
      data: { createdAt: new Date(Date.now() + 60_000) },
    });
    await goLive();
    expect(await sendAll()).toEqual(["told"]);
  });

  it("of a closed room go to those invited alone", async () => {
    await follower("outside");
    const inside = await follower("inside");
    await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    await db().invitation.create({ data: { roomId, personId: inside, invitedById: ada } });
    await goLive();
    expect(await sendAll()).toEqual(["inside"]);
  });

  it("wait for a host who has not come in yet, and end with the room", async () => {
    await follower("told");
    await db().seat.deleteMany();
    await goLive();
    expect(await claimPushes(what(), new Date())).toBeNull();
    expect((await duePushes(hotSql())).length).toBe(1);
    await db().room.update({ where: { id: roomId }, data: { status: "ended" } });
    expect(await sendAll()).toEqual([]);
    expect(await duePushes(hotSql())).toEqual([]);
  });

  it("forget a browser that takes none any more, and keep one whose service is ill", async () => {
    for (const name of ["gone", "unknown", "ill", "well"]) await follower(name);
    service.refuse.set("gone", 410).set("unknown", 404).set("ill", 500);
    await goLive();
    await sendAll();
    const left = await db().pushSubscription.findMany({ select: { endpoint: true } });
    expect(left.map(({ endpoint }) => endpoint.split("/").at(-1)).toSorted()).toEqual(["ill", "well"]);
    expect([...service.received.values()].every((times) => times === 1)).toBe(true);
  });
});

describe("pushes to one person", () => {
  it("are sent once, and not at all to whoever may not know by then", async () => {
    const personId = await follower("told");
    const call = { personIds: [personId], kind: "ping", byId: ada, roomId } as const;
    await pushToPeople(hotSql(), call);
    const claimed = await claimPersonalPushes(hotSql(), new Date());
    expect(claimed).toMatchObject([{ facts: { kind: "ping", name: "ada", room: { id: roomId } }, locale: "de" }]);
    expect(await claimPersonalPushes(hotSql(), new Date())).toEqual([]);
    await pushToPeople(hotSql(), call);
    await db().block.create({ data: { blockerId: personId, blockedId: ada } });
    expect(await claimPersonalPushes(hotSql(), new Date())).toEqual([]);
  });

  it("sum followers, for whoever wants to hear of them", async () => {
    const personId = await follower("told");
    const followed = (byId: PersonId) => pushToPeople(hotSql(), { personIds: [personId], kind: "follow", byId });
    await followed(ada);
    expect(await db().personalPush.count()).toBe(0);
    await db().notificationSettings.create({ data: { personId, changed: ["follow.push"] } });
    await followed(await addMember("ben"));
    await followed(ada);
    expect(await claimPersonalPushes(hotSql(), new Date())).toEqual([]);
    await db().personalPush.updateMany({ where: { byId: { not: ada } }, data: { at: new Date(Date.now() - 90_000) } });
    await db().personalPush.updateMany({ where: { byId: ada }, data: { at: new Date(Date.now() - 80_000) } });
    expect(await claimPersonalPushes(hotSql(), new Date())).toMatchObject([
      { facts: { kind: "follow", name: "ada", others: 1, room: null } },
    ]);
  });

  it("say what is new of a club to whoever wants to hear of it, while it is true", async () => {
    const [personId, indifferent] = [await follower("told"), await follower("indifferent")];
    await db().notificationSettings.create({ data: { personId, changed: ["club.push"] } });
    const clubId = (await addClub(personId)) as ClubId;
    await db().clubMember.create({ data: { clubId, personId: indifferent, role: "admin" } });
    const ben = await addMember("ben");
    const asks = async (byId: PersonId) => {
      await db().clubRequest.create({ data: { clubId, personId: byId } });
      await tellOfClub(clubId, [personId, indifferent], byId);
    };
    const claim = async () => {
      expect(await claimPersonalPushes(hotSql(), new Date())).toEqual([]);
      await db().personalPush.updateMany({ data: { at: new Date(Date.now() - 90_000) } });
      return (await claimPersonalPushes(hotSql(), new Date())).map(({ facts }) => facts);
    };
    await asks(ben);
    expect(await claim()).toMatchObject([
      { kind: "club", name: "ben", others: 0, room: null, club: { id: clubId, news: "asked" } },
    ]);
    await asks(ada);
    await db().clubRequest.deleteMany({ where: { personId: ada } });
    expect(await claim()).toEqual([]);
    await db().clubMember.update({
      where: { clubId_personId: { clubId, personId } },
      data: { role: "member", admittedById: ada },
    });
    await tellOfClub(clubId, [personId], ada);
    expect(await claim()).toMatchObject([{ name: "ada", club: { handle: "night_trains", news: "let_in" } }]);
    await tellOfClub(clubId, [personId], ada);
    await db().club.update({ where: { id: clubId }, data: { closedAt: new Date() } });
    expect(await claim()).toEqual([]);
  });
});

describe("subscribing", () => {
  const keys = browserKeys();

  async function ask(route: typeof subscribe, body: object, token?: string): Promise<number> {
    const headers: Record<string, string> = { "content-type": "application/json", origin: "http://localhost:3000" };
    if (token) headers.cookie = `next-auth.session-token=${token}`;
    const request = new Request("http://localhost:3000/api", { method: "PUT", headers, body: JSON.stringify(body) });
    return (await route(request, { params: Promise.resolve({}) })).status;
  }

  async function signedIn(personId: PersonId): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await db().session.create({
      data: { personId, tokenHash: hashOf(token), expiresAt: new Date(Date.now() + 3_600_000) },
    });
    return token;
  }

  const endpoint = "https://push.example.org/send/abc";

  it("holds as long as the session, and moves with the browser to whoever signs in there", async () => {
    const [mine, yours] = [await signedIn(ada), await signedIn(await addMember("ben"))];
    expect(await ask(subscribe, { endpoint, expirationTime: null, keys }, mine)).toBe(204);
    expect(await ask(subscribe, { endpoint, keys }, mine)).toBe(204);
    await expect(db().pushSubscription.findMany()).resolves.toMatchObject([
      { personId: ada, eagerSince: expect.any(Date) },
    ]);
    expect(await ask(subscribe, { endpoint, keys }, yours)).toBe(204);
    const [moved] = await db().pushSubscription.findMany();
    expect(moved).toMatchObject({ eagerSince: null });
    expect(moved?.personId).not.toBe(ada);
    expect(await ask(unsubscribe, { endpoint }, mine)).toBe(204);
    expect(await db().pushSubscription.count()).toBe(1);
    await db().session.deleteMany();
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it("keeps ten browsers of one person", async () => {
    const token = await signedIn(ada);
    for (let place = 0; place < 12; place++) await ask(subscribe, { endpoint: `${endpoint}${place}`, keys }, token);
    const left = await db().pushSubscription.findMany({ select: { endpoint: true } });
    expect(left.length).toBe(10);
    expect(left.map((one) => one.endpoint)).toContain(`${endpoint}11`);
  });

  it.each([
    "http://push.example.org/x",
    "https://10.0.0.1/x",
    "https://[fd00::1]/x",
    "https://169.254.169.254/x",
    "https://push.internal/x",
    "https://printer.local/x",
    "https://intranet/x",
    "https://me:secret@push.example.org/x",
    "https://push.example.org:5432/x",
    "ftp://push.example.org/x",
  ])("refuses %s", async (address) => {
    expect(await ask(subscribe, { endpoint: address, keys }, await signedIn(ada))).toBe(422);
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it("refuses keys that are none, and whoever is nobody", async () => {
    const token = await signedIn(ada);
    expect(await ask(subscribe, { endpoint, keys: { ...keys, auth: "short" } }, token)).toBe(422);
    expect(await ask(subscribe, { endpoint, keys: { ...keys, p256dh: "B".repeat(20) } }, token)).toBe(422);
    expect(await ask(subscribe, { endpoint, keys })).toBe(401);
  });
});
