import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { POST as leadHall } from "@/app/api/rooms/[roomId]/leader/route";
import { PATCH as editRoom, DELETE as endRoom, GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import type { RoomId } from "@/lib/domain/ids";
import { endRoomAsAdmin } from "@/lib/server/commands/admin/end-room-as-admin";
import { db } from "@/lib/server/postgres/db";
import { endEmptyRooms } from "@/lib/server/sweeping/end-empty-rooms";
import { endHostlessRooms } from "@/lib/server/sweeping/end-hostless-rooms";
import { offerSeats } from "@/lib/server/sweeping/offer-seats";
import { faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import type { Family, Member } from "@/tests/support/scenes/hall-scene";
import { it } from "@/tests/support/scenes/scene-test";

const room = (id: RoomId) => db().room.findUniqueOrThrow({ where: { id } });
const SIX_MINUTES_MS = 6 * 60_000;

describe("the end of the main room", () => {
  let halls: RoomId[];
  let gus: Member;
  let listener: Member;
  it.beforeEach(async ({ family }) => {
    halls = [await family.openHall(), await family.openHall(), await family.openHall()];
    for (const hall of halls) await family.sit(hall);
    gus = await family.sit(halls[0] as RoomId);
    listener = await family.sit(halls[2] as RoomId);
    await gus.ask(leadHall);
  });

  const ends = {
    "by its host": (family: Family) => family.ask("ada", endRoom, { body: { line: "Thank you all." } }),
    // By the command itself: an access token never carries an admin's power.
    "by an admin": (family: Family) =>
      endRoomAsAdmin.run({
        caller: { id: family.id.gil, kind: "member", admin: true },
        params: { roomId: family.roomId },
        input: { reason: "spam" },
        request: new Request("http://localhost:3000/"),
      }),
    "because nobody hosts it": async (family: Family) => {
      await db().room.update({ where: { id: family.roomId }, data: { hostAwayUntil: new Date(Date.now() - 1_000) } });
      await endHostlessRooms(new Date());
    },
    "because it is empty": async (family: Family) => {
      for (const who of ["finn", "dev", "cleo", "ben", "ada"] as const) await family.ask(who, leave);
      await db().room.update({ where: { id: family.roomId }, data: { hostAwayUntil: null } });
      await endEmptyRooms(new Date(Date.now() + SIX_MINUTES_MS));
    },
  };

  it.for(Object.entries(ends))(
    "%s: the hall that somebody leads goes on, the others end",
    async ([_, end], { family, media }) => {
      await end(family);
      const [led, ...others] = halls as [RoomId, RoomId, RoomId];
      expect(await room(led)).toMatchObject({
        status: "live",
        mainRoomId: null,
        overflowNumber: null,
        overflowLimit: 0,
        afterTalkOfId: family.roomId,
        createdById: gus.id,
        openSeats: 2,
      });
      for (const id of [family.roomId, ...others])
        expect(await room(id)).toMatchObject({ status: "ended", openSeats: 0 });
      expect(await db().seat.findFirst({ where: { personId: gus.id, closedAt: null } })).toMatchObject({
        role: "host",
      });
      expect(media.permission(led, gus.id)).toMatchObject({ canPublish: true });
      expect((await family.eventsOf(led)).slice(-2)).toMatchObject([
        { type: "role_changed", audience: "everyone", facts: { personId: gus.id, role: "host" } },
        { type: "room_edited", facts: { room: { family: null, afterTalkOf: family.roomId, status: "live" } } },
      ]);
      for (const hall of others) expect(await family.eventsOf(hall)).toMatchObject([{ type: "room_ended" }]);
      expect(await faultsOfSeats()).toEqual([]);
    },
  );

  it("says the host's line in every hall that ends, and answers a second time as the first", async ({ family }) => {
    await family.ask("ada", endRoom, { body: { line: "Thank you all." } });
    await family.ask("ada", endRoom);
    expect(await family.eventsOf(halls[1] as RoomId)).toMatchObject([{ facts: { line: "Thank you all." } }]);
    expect(await listener.ask(join)).toMatchObject({ status: 409, code: "room_ended" });
  });

  it("leaves the after-talk to its host: they edit and end it, and nobody of the old main room does", async ({
    family,
  }) => {
    await family.ask("ada", endRoom);
    const [led] = halls as [RoomId];
    expect((await family.ask("ada", editRoom, { roomId: led, body: { title: "Mine" } })).status).toBe(403);
    expect((await family.ask("ada", endRoom, { roomId: led })).status).toBe(403);
    expect((await family.ask("ada", join, { roomId: led })).body).toMatchObject({ seat: { role: "listener" } });
    expect((await gus.ask(editRoom, { body: { title: "After the trains" } })).status).toBe(200);
    expect((await gus.ask(endRoom)).status).toBe(204);
    expect(await room(led)).toMatchObject({ status: "ended" });
  });

  it("lets in whom the main room had invited, and keeps out whom it had removed", async ({ family }) => {
    const [led] = halls as [RoomId];
    await db().room.updateMany({ where: { id: { in: [family.roomId, led] } }, data: { kind: "closed" } });
    for (const personId of [family.id.gil, family.id.eve]) {
      await db().invitation.create({ data: { roomId: family.roomId, personId, invitedById: family.id.ada } });
    }
    await db().roomBan.create({
      data: { roomId: family.roomId, personId: family.id.eve, bannedById: family.id.ada },
    });
    await family.ask("ada", endRoom);
    expect((await family.ask("gil", join, { roomId: led })).status).toBe(200);
    expect(await family.ask("eve", join, { roomId: led })).toMatchObject({ status: 403, code: "banned" });
    expect((await family.ask("finn", join, { roomId: led })).status).toBe(404);
  });

  it("makes the one who led longest the host where several do", async ({ family }) => {
    const hal = await family.sit(halls[0] as RoomId, "moderator");
    await family.ask("ada", endRoom);
    const roles = await db().seat.findMany({
      where: { personId: { in: [gus.id, hal.id] }, closedAt: null },
      select: { personId: true, role: true },
    });
    expect(roles).toEqual(
      expect.arrayContaining([
        { personId: gus.id, role: "host" },
        { personId: hal.id, role: "moderator" },
      ]),
    );
  });

  it("takes back seats that were offered in it, and closes what was held in the halls that end", async ({ family }) => {
    await family.leaveFree(1);
    await offerSeats(new Date());
    const ended = halls[1] as RoomId;
    await db().heldSeat.create({ data: { id: uuid(), roomId: ended, personId: family.id.cleo } });
    await db().room.update({ where: { id: ended }, data: { openSeats: { increment: 1 } } });
    await family.ask("ada", endRoom);
    expect(await db().seatOffer.count({ where: { closedAt: null } })).toBe(0);
    expect(await db().heldSeat.count({ where: { closedAt: null } })).toBe(0);
    expect(await room(ended)).toMatchObject({ openSeats: 0 });
  });

  it("ends once, whoever ends it at the same moment", async ({ family }) => {
    await Promise.all([
      family.ask("ada", endRoom),
      family.ask("ada", endRoom),
      ends["by an admin"](family),
      ends["because nobody hosts it"](family),
    ]);
    const types = (await family.eventsOf(halls[0] as RoomId)).map(({ type }) => type);
    expect(types).toEqual(["stage_joined", "role_changed", "room_edited"]);
    expect(await faultsOfSeats()).toEqual([]);
  });
});

describe("an empty overflow room", () => {
  it("ends after five minutes, and is gone from the family", async ({ family }) => {
    const hall = await family.openHall();
    await db().room.update({ where: { id: hall }, data: { emptySince: new Date() } });
    await endEmptyRooms(new Date(Date.now() + 4 * 60_000));
    expect(await room(hall)).toMatchObject({ status: "live" });
    await endEmptyRooms(new Date(Date.now() + SIX_MINUTES_MS));
    expect(await room(hall)).toMatchObject({ status: "ended" });
    expect((await family.ask("dev", readRoom, { search: "?" })).body?.halls).toEqual([]);
    expect(await room(family.roomId)).toMatchObject({ status: "live" });
  });

  it("stays while whoever comes could sit nowhere else; of two such, one stays", async ({ family }) => {
    await family.leaveFree(0);
    const halls = [await family.openHall(), await family.openHall()];
    await db().room.updateMany({ where: { id: { in: halls } }, data: { emptySince: new Date() } });
    await endEmptyRooms(new Date(Date.now() + SIX_MINUTES_MS));
    const live = await db().room.count({ where: { id: { in: halls }, status: "live" } });
    expect(live).toBe(1);
  });
});
