import { describe, expect } from "vitest";
import { POST as block, DELETE as unblock } from "@/app/api/people/[personId]/block/route";
import { POST as follow, DELETE as unfollow } from "@/app/api/people/[personId]/follow/route";
import { GET as readProfile } from "@/app/api/people/[personId]/route";
import { GET as readChat } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/invitations/route";
import { GET as readMine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { db } from "@/lib/server/postgres/db";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const blocks = (scene: Scene, who: CastName, whom: CastName) => scene.ask(who, block, { personId: scene.id[whom] });
const follows = (scene: Scene, who: CastName, whom: CastName) => scene.ask(who, follow, { personId: scene.id[whom] });
const sees = (scene: Scene, who: CastName, whom: CastName) =>
  scene.ask(who, readProfile, { personId: scene.id[whom], search: "?" });
const apartOf = async (scene: Scene, who: CastName) =>
  (await scene.ask(who, readMine, { search: "?" })).body?.apart as string[];

describe("a block", () => {
  it("makes both gone for each other, whoever began, and ends their follows", async ({ scene }) => {
    await follows(scene, "dev", "finn");
    await follows(scene, "finn", "dev");
    await follows(scene, "gil", "finn");
    expect((await blocks(scene, "dev", "finn")).status).toBe(204);
    expect((await blocks(scene, "dev", "finn")).status).toBe(204);
    for (const [who, whom] of [
      ["dev", "finn"],
      ["finn", "dev"],
    ] as const) {
      expect((await sees(scene, who, whom)).status).toBe(404);
      expect((await follows(scene, who, whom)).status).toBe(404);
      expect((await scene.ask(who, ping, { body: { personId: scene.id[whom] } })).status).toBe(404);
    }
    expect((await sees(scene, "gil", "finn")).body).toMatchObject({ followers: 1, following: 0 });
    expect((await sees(scene, "gil", "dev")).body).toMatchObject({ followers: 0, following: 0 });
  });

  it("leaves no follow behind, however both come at the same moment", async ({ scene }) => {
    for (let round = 0; round < 8; round++) {
      await Promise.all([follows(scene, "finn", "dev"), blocks(scene, "dev", "finn"), follows(scene, "dev", "finn")]);
      expect(await db().follow.count()).toBe(0);
      await scene.ask("dev", unblock, { personId: scene.id.finn });
    }
  });

  it("closes the host's rooms to the blocked at once, and opens them again once it is lifted", async ({ scene }) => {
    expect((await blocks(scene, "ada", "dev")).status).toBe(204);
    expect(await scene.seatOf("dev")).toBeNull();
    const putOut = { method: "RemoveParticipant", body: { room: scene.roomId, identity: scene.id.dev } };
    expect(scene.media.calls).toContainEqual(putOut);
    for (const [route, search] of [
      [readRoom, "?"],
      [readChat, "?channel=room"],
    ] as const)
      expect((await scene.ask("dev", route, { search })).status).toBe(404);
    expect((await scene.ask("dev", join, { body: {} })).status).toBe(404);
    expect((await liveRooms({ id: scene.id.dev })).rooms).toEqual([]);
    expect(await faultsOfSeats()).toEqual([]);
    expect((await liveRooms({ id: scene.id.finn })).rooms).toHaveLength(1);

    expect((await scene.ask("ada", unblock, { personId: scene.id.dev })).status).toBe(204);
    expect((await scene.ask("dev", join, { body: {} })).status).toBe(200);
  });

  it("of the host by somebody in the audience takes them out of the host's room too", async ({ scene }) => {
    expect((await blocks(scene, "dev", "ada")).status).toBe(204);
    expect(await scene.seatOf("dev")).toBeNull();
    expect(await scene.seatOf("ada")).not.toBeNull();
    expect((await scene.ask("dev", readRoom, { search: "?" })).status).toBe(404);
  });

  it("is the host's to make while somebody else made the room", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { createdById: scene.id.gil } });
    expect((await blocks(scene, "gil", "dev")).status).toBe(204);
    expect((await scene.ask("dev", readRoom, { search: "?" })).status).toBe(200);
    expect(await scene.seatOf("dev")).not.toBeNull();
    expect((await blocks(scene, "dev", "ada")).status).toBe(204);
    expect((await scene.ask("dev", readRoom, { search: "?" })).status).toBe(404);
  });

  it("lets a joining crowd in or out, and nobody in between", async ({ scene }) => {
    const [joined] = await Promise.all([
      scene.ask("eve", join, { body: {} }),
      blocks(scene, "ada", "eve"),
      scene.ask("gil", join, { body: {} }),
    ]);
    expect([200, 404]).toContain(joined.status);
    expect(await scene.seatOf("eve")).toBeNull();
    expect(await scene.seatOf("gil")).not.toBeNull();
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("tells by no act how many follow the other", async ({ scene }) => {
    const followeeId = scene.id.ada;
    await db().follow.create({ data: { followerId: scene.id.ben, followeeId } });
    const unfollows = () => scene.ask("gil", unfollow, { personId: followeeId });
    expect((await unfollows()).body).toEqual({ followedByMe: false, followers: 1 });
    await blocks(scene, "ada", "gil");
    expect((await unfollows()).body).toEqual({ followedByMe: false, followers: 0 });
  });

  it("in somebody else's room puts nobody out; their pages leave each other out, a moderator's does not", async ({
    scene,
  }) => {
    await blocks(scene, "dev", "finn");
    await blocks(scene, "ben", "finn");
    expect(await scene.seatOf("finn")).not.toBeNull();
    expect(await apartOf(scene, "dev")).toEqual([scene.id.finn]);
    expect((await apartOf(scene, "finn")).toSorted()).toEqual([scene.id.dev, scene.id.ben].toSorted());
    expect(await apartOf(scene, "ben")).toEqual([]);
    expect(await apartOf(scene, "cleo")).toEqual([]);
  });

  it("gives no key to a closed room, is nobody's of themselves, and none of a guest or of nobody", async ({
    scene,
  }) => {
    await blocks(scene, "gil", "ada");
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id.gil } });
    expect((await scene.ask("ada", invite, { body: { handle } })).status).toBe(404);
    expect(await blocks(scene, "dev", "dev")).toMatchObject({ status: 403, code: "not_allowed" });
    const guest = await db().person.create({ data: { kind: "guest", name: "Guest 1234", portraitSeed: 1 } });
    for (const personId of [guest.id, scene.roomId, "nobody"])
      expect((await scene.ask("dev", block, { personId })).status).toBe(404);
    expect(await db().block.count()).toBe(1);
  });
});
