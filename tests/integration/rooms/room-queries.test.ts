import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { door } from "@/lib/server/admission/door";
import { db, hotPool } from "@/lib/server/postgres/db";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { roomView } from "@/lib/server/queries/rooms/room-view";
import { addCrowd, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let ada: PersonId;
let ben: PersonId;
let dev: PersonId;

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
  ben = await addMember("ben");
  dev = await addMember("dev");
});

const join = (roomId: RoomId, ...people: PersonId[]) =>
  Promise.all(people.map((personId) => door().admit({ roomId, personId, kind: "member" })));

describe("the hallway", () => {
  it("shows first where people I follow are on stage, then the fullest", async () => {
    const small = await addRoom({ createdById: ada, title: "small" });
    const full = await addRoom({ createdById: ben, title: "full" });
    await addRoom({ createdById: dev, title: "empty" });
    await join(small, ada);
    await join(full, ben, ...(await addCrowd(4)));
    await db().follow.create({ data: { followerId: dev, followeeId: ada } });
    const titles = async (caller: { id: PersonId } | null) => (await liveRooms(caller)).rooms.map((room) => room.title);
    expect(await titles({ id: dev })).toEqual(["small", "full", "empty"]);
    expect(await titles(null)).toEqual(["full", "small", "empty"]);
    expect((await liveRooms({ id: dev })).rooms[0]).toMatchObject({
      followedOnStage: 1,
      stageCount: 1,
      stage: [{ handle: "ada" }],
    });
  });

  it("counts nobody whom I follow in the audience as on stage", async () => {
    const roomId = await addRoom({ createdById: ben });
    await join(roomId, ada);
    await db().follow.create({ data: { followerId: dev, followeeId: ada } });
    const { rooms } = await liveRooms({ id: dev });
    expect(rooms).toMatchObject([{ followedOnStage: 0, followedListening: 1, stageCount: 0, openSeats: 1 }]);
  });

  it("keeps ended and unknown rooms out, and those to come for themselves", async () => {
    await addRoom({ createdById: ada, status: "ended" });
    await addRoom({ createdById: ada, kind: "closed", title: "closed" });
    await addRoom({ createdById: ada, status: "scheduled", title: "to come" });
    expect((await liveRooms({ id: dev })).rooms).toEqual([]);
    expect((await liveRooms({ id: ada })).rooms).toMatchObject([{ title: "closed" }]);
    expect(await scheduledRooms({ id: dev })).toMatchObject([{ title: "to come", status: "scheduled" }]);
  });
});

describe("a room's view", () => {
  it("lists the stage by rank and time, and the audience by time of joining", async () => {
    const roomId = await addRoom({ createdById: ada });
    const eve = await addMember("eve");
    await join(roomId, dev);
    await join(roomId, eve);
    await join(roomId, ben);
    await join(roomId, ada);
    await db().seat.updateMany({ where: { personId: ben }, data: { role: "speaker", stageSince: new Date(0) } });
    expect(await roomView({ id: ada }, roomId)).toMatchObject({
      version: 1,
      room: { openSeats: 4 },
      stage: [
        { handle: "ada", role: "host" },
        { handle: "ben", role: "speaker" },
      ],
      audience: [{ handle: "dev" }, { handle: "eve" }],
      audienceCount: 2,
    });
  });

  it("is never older than the last event", async () => {
    const roomId = await addRoom({ createdById: ada });
    for (let round = 1; round <= 5; round++) {
      await join(roomId, ada);
      expect((await roomView({ id: ada }, roomId))?.stage).toHaveLength(1);
      await door().leave({ roomId, personId: ada });
      expect(await roomView({ id: ada }, roomId)).toMatchObject({ version: round * 2, stage: [] });
    }
  });

  it("is read once for a thousand who ask at once", async () => {
    const roomId = await addRoom({ createdById: ada });
    await roomView({ id: ada }, roomId);
    const asked = vi.spyOn(hotPool(), "query");
    const snapshots = await Promise.all(Array.from({ length: 1_000 }, () => knownRoom({ id: dev }, roomId)));
    expect(asked.mock.calls.length).toBeLessThanOrEqual(3);
    asked.mockRestore();
    expect(new Set(snapshots).size).toBe(1);
  });
});
