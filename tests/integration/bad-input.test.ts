import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { PATCH as editRoom, GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { POST as createRoom, GET as listRooms } from "@/app/api/rooms/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

let ada: PersonId;
let eve: PersonId;
let tokens: Map<PersonId, string>;

beforeEach(async () => {
  await emptyHouse();
  tokens = new Map();
  ada = await signedIn("ada");
  eve = await signedIn("eve");
});

async function signedIn(handle: string): Promise<PersonId> {
  const id = await addMember(handle);
  const token = `plnm_${randomBytes(32).toString("base64url")}`;
  tokens.set(id, token);
  await db().accessToken.create({
    data: { personId: id, name: "test", tokenHash: hashOf(token), scopes: ["read", "write"] },
  });
  return id;
}

type Asked = {
  by?: PersonId | null;
  body?: BodyInit;
  roomId?: string;
  headers?: Record<string, string>;
  method?: string;
};

async function ask(route: Route, { by = ada, body, roomId = "", headers = {}, method = "POST" }: Asked = {}) {
  const credentials: Record<string, string> = by ? { authorization: `Bearer ${tokens.get(by)}` } : {};
  const init = {
    method,
    headers: { ...credentials, ...headers },
    ...(body === undefined ? {} : { body, duplex: "half" }),
  };
  const answer = await route(new Request("http://localhost:3000/api", init), { params: Promise.resolve({ roomId }) });
  const text = await answer.text();
  const parsed = text ? JSON.parse(text) : null;
  return {
    status: answer.status,
    code: parsed?.error?.code as string | undefined,
    body: parsed,
    headers: answer.headers,
  };
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const titled = (title: unknown) => JSON.stringify({ title });

describe("opening a room with bad input", () => {
  it.each<[string, BodyInit, string, number]>([
    ["no title", "{}", "bad_input", 422],
    ["an empty body", "", "bad_input", 422],
    ["something that is no JSON", "{title:", "bad_input", 422],
    ["JSON that is no object", "[]", "bad_input", 422],
    ["null", "null", "bad_input", 422],
    ["a number for a title", titled(7), "bad_input", 422],
    ["an object for a title", titled({ toString: "x" }), "bad_input", 422],
    ["an empty title", titled("   "), "bad_input", 422],
    ["a title of 121 characters", titled("x".repeat(121)), "bad_input", 422],
    ["a title of a megabyte", titled("x".repeat(1_000_000)), "too_large", 413],
    ["a title of a mark without a letter", titled("\u0301"), "bad_input", 422],
    ["a title of half a character", titled("\ud83d"), "bad_input", 422],
    ["only characters that nobody sees", titled("\u3164\u00ad"), "bad_input", 422],
    ["JSON 10,000 deep", `{"title":${nested(10_000)}}`, "bad_input", 422],
    ["an unknown field", JSON.stringify({ title: "x", openSeats: 3 }), "bad_input", 422],
    ["a field of Object's own", '{"title":"x","__proto__":{"admin":true}}', "bad_input", 422],
    ["a capacity above the instance's limit", JSON.stringify({ title: "x", capacity: 5_001 }), "bad_input", 422],
    ["a capacity of one and a half", JSON.stringify({ title: "x", capacity: 1.5 }), "bad_input", 422],
    ["a capacity below nothing", JSON.stringify({ title: "x", capacity: -1 }), "bad_input", 422],
    ["a kind that is none", JSON.stringify({ title: "x", kind: "secret" }), "bad_input", 422],
    ["six topics", JSON.stringify({ title: "x", topics: ["a", "b", "c", "d", "e", "f"] }), "bad_input", 422],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "bad_input", 422],
  ])("refuses %s and stores nothing", async (_name, body, code, status) => {
    expect(await ask(createRoom, { body })).toMatchObject({ status, code });
    expect(await db().room.count()).toBe(0);
  });

  it("stops reading a body that never ends", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    expect(await ask(createRoom, { body: endless })).toMatchObject({ status: 413, code: "too_large" });
    expect(sent).toBeLessThan(1_000_000);
  });

  it("takes 120 characters of any script, and answers the room as it is stored", async () => {
    const title = `${"夜".repeat(119)}🚆`;
    const answer = await ask(createRoom, { body: titled(title) });
    expect(answer).toMatchObject({
      status: 201,
      body: { room: { title, status: "live", capacity: 5_000, openSeats: 0 } },
    });
  });

  it("refuses nobody, a guest, a page of another site, and a token that is nobody's", async () => {
    const guestId = (await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } }))
      .id as PersonId;
    const cookie = guestCookie(guestId).split(";")[0] as string;
    const body = titled("Night trains");
    expect(await ask(createRoom, { by: null, body })).toMatchObject({ status: 401, code: "not_signed_in" });
    expect(await ask(createRoom, { by: null, body, headers: { cookie } })).toMatchObject({ code: "members_only" });
    const fromElsewhere = { cookie, origin: "https://evil.example" };
    expect(await ask(createRoom, { by: null, body, headers: fromElsewhere })).toMatchObject({ code: "cross_site" });
    const foreign = { authorization: `Bearer plnm_${randomBytes(32).toString("base64url")}` };
    expect(await ask(createRoom, { by: null, body, headers: foreign })).toMatchObject({ code: "not_signed_in" });
    expect(await db().room.count()).toBe(0);
  });
});

describe("rooms that one may not know of", () => {
  const malformed = [
    "",
    "x",
    "../../etc/passwd",
    "%00",
    "1 OR 1=1",
    "019abcde-0000-7000-8000-00000000000g",
    "a".repeat(4_000),
  ];
  const routes: [string, Route, string][] = [
    ["read", readRoom, "GET"],
    ["edit", editRoom, "PATCH"],
    ["join", join, "POST"],
    ["leave", leave, "DELETE"],
  ];
  const bodyOf = (method: string) => (method === "PATCH" ? { body: '{"title":"x"}' } : {});

  it.each(routes)("answer %s as rooms that are not there, and malformed ids too", async (_name, route, method) => {
    const closed = await addRoom({ createdById: ada, kind: "closed" });
    const unknown = "019abcde-0000-7000-8000-000000000000";
    const wanted = { by: eve, method, ...bodyOf(method) };
    const notThere = await ask(route, { ...wanted, roomId: unknown });
    expect(notThere).toMatchObject({ status: 404, code: "not_found" });
    for (const roomId of [closed, ...malformed]) {
      expect((await ask(route, { ...wanted, roomId })).body).toEqual(notThere.body);
    }
    expect(await db().seat.count()).toBe(0);
  });

  it("are not in the list, but for whoever may know of them", async () => {
    await addRoom({ createdById: ada, kind: "closed" });
    const titles = async (by: PersonId | null) => (await ask(listRooms, { by, method: "GET" })).body.rooms.length;
    expect([await titles(ada), await titles(eve), await titles(null)]).toEqual([1, 0, 0]);
  });

  it("make no guest of somebody without a name", async () => {
    const closed = await addRoom({ createdById: ada, kind: "closed" });
    const members = await addRoom({ createdById: ada, guestsAllowed: false });
    expect(await ask(join, { by: null, roomId: closed })).toMatchObject({ code: "not_found" });
    expect(await ask(join, { by: null, roomId: members })).toMatchObject({ code: "guests_not_allowed" });
    expect(await db().person.count({ where: { kind: "guest" } })).toBe(0);
  });
});

describe("editing a room", () => {
  let roomId: RoomId;
  beforeEach(async () => {
    roomId = await addRoom({ createdById: ada, capacity: 10 });
  });
  const edit = (by: PersonId, changes: object) =>
    ask(editRoom, { by, roomId, method: "PATCH", body: JSON.stringify(changes) });

  it("is for whoever made it, and says so to everyone in it", async () => {
    expect(await edit(eve, { title: "Mine" })).toMatchObject({ status: 403, code: "not_allowed" });
    expect(await edit(ada, { title: "Day trains" })).toMatchObject({
      status: 200,
      body: { room: { title: "Day trains" } },
    });
    expect(await db().roomEvent.findMany()).toMatchObject([{ type: "room_edited", audience: "everyone", version: 1n }]);
  });

  it("does not shrink a room below the seats that are taken", async () => {
    await db().room.update({ where: { id: roomId }, data: { openSeats: 4 } });
    expect(await edit(ada, { capacity: 3 })).toMatchObject({ status: 409, code: "capacity_below_seats" });
    expect(await edit(ada, { capacity: 4 })).toMatchObject({
      status: 200,
      body: { room: { capacity: 4, openSeats: 4 } },
    });
  });

  it("refuses no change at all, and fields that are not the host's", async () => {
    for (const changes of [{}, { openSeats: 0 }, { status: "ended" }, { createdById: eve }]) {
      expect(await edit(ada, changes)).toMatchObject({ status: 422, code: "bad_input" });
    }
  });
});

describe("a room's view", () => {
  it("is answered with 304 to whoever holds it, until something happens", async () => {
    const roomId = await addRoom({ createdById: ada });
    const first = await ask(readRoom, { roomId, method: "GET" });
    const etag = first.headers.get("etag") as string;
    expect(await ask(readRoom, { roomId, method: "GET", headers: { "if-none-match": etag } })).toMatchObject({
      status: 304,
      body: null,
    });
    await ask(editRoom, { roomId, method: "PATCH", body: '{"title":"Day trains"}' });
    const again = await ask(readRoom, { roomId, method: "GET", headers: { "if-none-match": etag } });
    expect(again).toMatchObject({ status: 200, body: { version: 1, room: { title: "Day trains" } } });
  });
});

describe("the media server away", () => {
  it("answers 503 and keeps the seat claimed", async () => {
    const roomId = await addRoom({ createdById: ada });
    const answer = await ask(join, { by: eve, roomId });
    expect(answer).toMatchObject({ status: 503, code: "media_away" });
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await db().seat.count({ where: { personId: eve, closedAt: null } })).toBe(1);
  });
});

describe("limits at the door", () => {
  it("let a member in beside 300 joins of the nameless from the same address, most of whom are refused", async () => {
    const roomId = await addRoom({ createdById: ada, capacity: 1_000 });
    const nameless = await Promise.all(Array.from({ length: 300 }, () => ask(join, { by: null, roomId })));
    const turnedAway = nameless.filter((answer) => answer.status === 429);
    expect(turnedAway.length).toBeGreaterThan(200);
    expect(Number(turnedAway[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await ask(join, { by: eve, roomId })).toMatchObject({ code: "media_away" });
    expect(await db().person.count({ where: { kind: "guest" } })).toBe(300 - turnedAway.length);
  });

  it("stop somebody who joins again and again, and tries of wrong tokens", async () => {
    const roomId = await addRoom({ createdById: ada });
    const codesOf = async (asked: Asked) => {
      const answers = await Promise.all(Array.from({ length: 120 }, () => ask(join, { roomId, ...asked })));
      return new Set(answers.map((answer) => answer.code));
    };
    expect(await codesOf({ by: eve })).toEqual(new Set(["media_away", "too_many"]));
    const wrong = { by: null, headers: { authorization: "Bearer plnm_wrong" } };
    expect(await codesOf(wrong)).toEqual(new Set(["not_signed_in", "too_many"]));
  });
});
