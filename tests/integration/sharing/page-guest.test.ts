import { beforeEach, describe, expect, it } from "vitest";
import { POST as becomeGuest } from "@/app/api/rooms/[roomId]/guest/route";
import type { PersonId } from "@/lib/domain/ids";
import { LIMITS } from "@/lib/domain/limits/limits";
import { callerOf } from "@/lib/server/callers/find-caller";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { Browser } from "@/tests/support/browser";
import { addClub, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let ada: PersonId;
let address = 0;

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
});

/** Each from an address of its own: the limits of one test are not another's. */
const newBrowser = () => new Browser(`198.51.100.${++address}`);

const asked = async (roomId: string, browser = newBrowser()) => {
  const answer = await browser.send(becomeGuest, "POST", {}, { roomId });
  return { ...answer, key: (answer.body as { key?: string }).key ?? "" };
};

const withKey = (key: string, cookie = "") =>
  new Request("http://localhost:3000/", { headers: { authorization: `Bearer ${key}`, ...(cookie && { cookie }) } });

/** Ada's browser, signed in. */
async function adasBrowser(): Promise<Browser> {
  const browser = newBrowser();
  const data = { personId: ada, tokenHash: hashOf("adas token"), expiresAt: new Date(Date.now() + 60_000) };
  await db().session.create({ data });
  browser.cookies.set("next-auth.session-token", "adas token");
  return browser;
}

describe("a page's own guest", () => {
  it("is known by its key alone, and no cookie is set", async () => {
    const room = await addRoom({ createdById: ada });
    const { status, key, headers } = await asked(room);
    expect(status).toBe(201);
    expect(headers.getSetCookie()).toEqual([]);
    const caller = await callerOf(withKey(key));
    expect(caller).toMatchObject({ kind: "guest", admin: false });
    await expect(callerOf(withKey(`${key.slice(0, -2)}xx`))).resolves.toBeNull();
    await db().person.delete({ where: { id: caller?.id ?? "" } });
    await expect(callerOf(withKey(key))).resolves.toBeNull();
  });

  it("is never whoever is signed in in that browser", async () => {
    const room = await addRoom({ createdById: ada });
    const browser = await adasBrowser();
    const { key } = await asked(room, browser);
    const cookie = "next-auth.session-token=adas token";
    const caller = await callerOf(withKey(key, cookie));
    expect(caller).toMatchObject({ kind: "guest" });
    expect(caller?.id).not.toBe(ada);
    await expect(callerOf(withKey("nobody's", cookie))).resolves.toBeNull();
  });

  it("is made for no room that lets no guest in, and no row is written", async () => {
    const refusals = await Promise.all([
      asked(await addRoom({ createdById: ada, kind: "closed" })),
      asked(await addRoom({ createdById: ada, kind: "social" })),
      asked(await addRoom({ createdById: ada, kind: "members", clubId: await addClub(ada) })),
      asked(await addRoom({ createdById: ada, guestsAllowed: false })),
      asked(await addRoom({ createdById: ada, status: "ended" })),
      asked(await addRoom({ createdById: ada, status: "scheduled" })),
      asked("01900000-0000-7000-8000-000000000000"),
      asked("no id"),
    ]);
    expect(refusals.map(({ status, body }) => [status, (body as { error: { code: string } }).error.code])).toEqual([
      [404, "not_found"],
      [403, "not_allowed"],
      [404, "not_found"],
      [403, "guests_not_allowed"],
      [409, "room_ended"],
      [409, "room_not_live"],
      [404, "not_found"],
      [404, "not_found"],
    ]);
    await expect(db().person.count({ where: { kind: "guest" } })).resolves.toBe(0);
  });

  it("counts as a guest of its address", async () => {
    const room = await addRoom({ createdById: ada });
    const browser = newBrowser();
    const { points } = LIMITS.guestsFromAddress;
    const all = await Promise.all(Array.from({ length: points + 3 }, () => asked(room, browser)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(points);
    expect(all.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("is not made by a page of another site", async () => {
    const room = await addRoom({ createdById: ada });
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      headers: { origin: "https://blog.example", "sec-fetch-site": "cross-site", "content-type": "application/json" },
      body: "{}",
    });
    const answer = await becomeGuest(request, { params: Promise.resolve({ roomId: room }) });
    expect(answer.status).toBe(403);
  });
});
