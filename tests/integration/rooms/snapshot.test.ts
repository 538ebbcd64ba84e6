import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeEach, expect, it, vi } from "vitest";
import { GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import type { RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { db } from "@/lib/server/postgres/db";
import { addCrowd, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

const BROWSERS = 1_000;
/** Who they are, in one look-up of all or a few; the room's version; the room. */
const MOST_STATEMENTS = 8;

let roomId: RoomId;
let tokens: string[];

beforeEach(async () => {
  await emptyHouse();
  roomId = await addRoom({ createdById: await addMember("ada") });
  const people = await addCrowd(BROWSERS);
  tokens = people.map(() => `plnm_${randomBytes(32).toString("base64url")}`);
  await db().accessToken.createMany({
    data: people.map((personId, index) => ({
      personId,
      name: "test",
      tokenHash: hashOf(tokens[index] ?? ""),
      scopes: ["read"],
    })),
  });
});

/** All of them read the room at the same moment. Answers what each got, and how many SQL statements it took. */
async function allRead(etag?: string) {
  const statements = vi.spyOn(pg.Client.prototype, "query");
  const answers = await Promise.all(
    tokens.map((token) => {
      const headers = { authorization: `Bearer ${token}`, ...(etag && { "if-none-match": etag }) };
      const request = new Request(`http://localhost:3000/api/rooms/${roomId}`, { headers });
      return readRoom(request, { params: Promise.resolve({ roomId }) });
    }),
  );
  const count = statements.mock.calls.length;
  statements.mockRestore();
  return { answers, statements: count };
}

it("a thousand people who read a room at once are served from one snapshot", async () => {
  const { answers, statements } = await allRead();
  expect(statements).toBeGreaterThan(0);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
});

it("whoever reads after an event gets it, and whoever holds the newest already is sent nothing", async () => {
  const before = (await allRead()).answers[0]?.headers.get("etag") ?? "";
  await db().$transaction((tx) =>
    writeRoomEvents(tx, roomId, null, [{ audience: "everyone", happening: { type: "link_unpinned" } }]),
  );
  const changed = await allRead(before);
  expect(changed.answers.every(({ status }) => status === 200)).toBe(true);
  expect(changed.statements).toBeLessThanOrEqual(MOST_STATEMENTS);
  const now = changed.answers[0]?.headers.get("etag") ?? "";
  expect(now).not.toBe(before);
  const unchanged = await allRead(now);
  expect(unchanged.answers.every(({ status }) => status === 304)).toBe(true);
});
