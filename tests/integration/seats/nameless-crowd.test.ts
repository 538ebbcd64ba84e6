import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeEach, expect, it, vi } from "vitest";
import { GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { GET as listRooms } from "@/app/api/rooms/route";
import type { RoomId } from "@/lib/domain/ids";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

const CROWD = 300;

let roomId: RoomId;

beforeEach(async () => {
  await emptyHouse();
  roomId = await addRoom({ createdById: await addMember("ada") });
  // What the test before has shown is a second old by then.
  await sleep(1_100);
});

const look = (search = "") => listRooms(new Request(`http://localhost:3000/api/rooms${search}`), noParams);
const noParams = { params: Promise.resolve({}) };
const open = (id: string = roomId) =>
  readRoom(new Request("http://localhost:3000/"), { params: Promise.resolve({ roomId: id }) });

const titles = async () => ((await (await look()).json()).rooms as { title: string }[]).map((room) => room.title);

it("a crowd of people whom nobody knows sees hallway and room for a handful of queries", async () => {
  const statements = vi.spyOn(pg.Client.prototype, "query");
  const answers = await Promise.all(
    Array.from({ length: CROWD }, () => [look(), look("?status=scheduled"), open()]).flat(),
  );
  const count = statements.mock.calls.length;
  statements.mockRestore();
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(count).toBeLessThan(20);
});

it("what they see is at most a second old, and nothing that is closed to them", async () => {
  expect(await titles()).toEqual(["Night trains"]);
  await addRoom({ createdById: await addMember("ben"), title: "Later" });
  const closed = await addRoom({ createdById: await addMember("cleo"), title: "Closed", kind: "closed" });
  await sleep(1_100);
  expect((await titles()).toSorted()).toEqual(["Later", "Night trains"]);
  expect((await open(closed)).status).toBe(404);
  expect((await open("019abcde-0000-7000-8000-000000000000")).status).toBe(404);
});
