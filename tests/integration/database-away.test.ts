import pg from "pg";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { GET as ready } from "@/app/api/ready/route";
import { GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { POST as createRoom, GET as listRooms } from "@/app/api/rooms/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { db } from "@/lib/server/postgres/db";
import { cuttableProxy } from "@/tests/support/network/cuttable-proxy";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

let way: Awaited<ReturnType<typeof cuttableProxy>>;
let roomId: RoomId;
let cookie: string;

beforeAll(async () => {
  way = await cuttableProxy(process.env.DATABASE_URL as string);
  process.env.DATABASE_URL = way.url;
  roomId = await addRoom({ createdById: await addMember("ada") });
  const guest = await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } });
  cookie = guestCookie(guest.id as PersonId).split(";")[0] as string;
});
afterAll(() => way.close());

const ROUTES = {
  list: [listRooms, "GET"],
  read: [readRoom, "GET"],
  create: [createRoom, "POST"],
  join: [join, "POST"],
  leave: [leave, "DELETE"],
} as const;

async function statuses(): Promise<Record<string, readonly [number, string | null]>> {
  const answers = await Promise.all(
    Object.entries(ROUTES).map(async ([name, [route, method]]) => {
      const request = new Request("http://localhost:3000/", { method, headers: { cookie } });
      const answer = await route(request, { params: Promise.resolve({ roomId }) });
      return [name, [answer.status, answer.headers.get("retry-after")]] as const;
    }),
  );
  return Object.fromEntries(answers);
}

it("answers 503 with Retry-After while Postgres is away, and as before once it is back, without a restart", async () => {
  const usual = await statuses();
  expect(usual).toMatchObject({ list: [200, null], read: [200, null], create: [403, null], leave: [204, null] });
  way.cut();
  const away: [number, string | null] = [503, "2"];
  expect(await statuses()).toEqual({ list: away, read: away, create: away, join: away, leave: away });
  const state = await ready();
  expect([state.status, await state.json()]).toMatchObject([503, { ready: false, database: false }]);
  way.mend();
  expect(await statuses()).toEqual(usual);
});

it("answers 503 while Postgres takes no writes, and drops the connections to it: the next ones find the new primary", async () => {
  const usual = await statuses();
  const name = new URL(way.url).pathname.slice(1);
  const admin = new pg.Client({ connectionString: inject("postgres").adminUrl });
  await admin.connect();
  const becomeStandby = async (readOnly: "on" | "off") => {
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${readOnly}`);
  };
  try {
    await becomeStandby("on");
    way.cut();
    way.mend();
    // Meets the connections that were cut.
    await statuses();
    const during = await statuses();
    expect(during).toMatchObject({ list: [200, null], leave: [503, "2"] });
    await expect(db().person.create({ data: { kind: "guest", name: "x", portraitSeed: 1 } })).rejects.toThrow();
    await becomeStandby("off");
    // Each connection of before is met once at most, and not kept.
    await vi.waitFor(async () => expect(await statuses()).toEqual(usual), { timeout: 10_000 });
    await vi.waitFor(() => db().person.create({ data: { kind: "guest", name: "x", portraitSeed: 1 } }), {
      timeout: 10_000,
    });
  } finally {
    await becomeStandby("off");
    await admin.end();
  }
});
