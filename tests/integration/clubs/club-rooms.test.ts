import { describe, expect } from "vitest";
import { DELETE as removeMember } from "@/app/api/clubs/[clubId]/members/[personId]/route";
import { POST as joinClub, DELETE as leaveClub } from "@/app/api/clubs/[clubId]/membership/route";
import { DELETE as closeClub } from "@/app/api/clubs/[clubId]/route";
import { GET as oembed } from "@/app/api/oembed/route";
import { GET as chat } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as inviteToRoom } from "@/app/api/rooms/[roomId]/invitations/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { PATCH as edit, GET as read } from "@/app/api/rooms/[roomId]/route";
import { POST as sit } from "@/app/api/rooms/[roomId]/seat/route";
import { GET as list, POST as open } from "@/app/api/rooms/route";
import type { RoomId } from "@/lib/domain/ids";
import { door } from "@/lib/server/admission/door";
import { roomPulses } from "@/lib/server/notify/room-pulses";
import { db } from "@/lib/server/postgres/db";
import { cardFacts } from "@/lib/server/preview-card/card-facts";
import { cardFonts } from "@/lib/server/preview-card/fonts";
import { clubRooms } from "@/lib/server/queries/clubs/club-rooms";
import { rulesAtDoor } from "@/lib/server/queries/clubs/rules-at-door";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { profile } from "@/lib/server/queries/people/profile";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { roomView } from "@/lib/server/queries/rooms/room-view";
import { search } from "@/lib/server/queries/search/search";
import { publicPaths } from "@/lib/server/queries/sharing/public-addresses";
import { addClub, addRoom, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

type Who = CastName | null;

/** The scene's room as a room for the members of Ada's club. Of the cast Finn is one, and sits nowhere; Gil and Eve are none. */
async function forMembers(scene: Scene): Promise<string> {
  const clubId = await addClub(scene.id.ada);
  await db().club.update({ where: { id: clubId }, data: { rules: "Be kind." } });
  await db().clubMember.create({ data: { clubId, personId: scene.id.finn } });
  await db().seat.deleteMany({ where: { personId: scene.id.finn } });
  const { roomId } = scene;
  await db().room.update({ where: { id: roomId }, data: { kind: "members", clubId, openSeats: { decrement: 1 } } });
  await db().roomClock.update({ where: { roomId }, data: { version: 0 } });
  return clubId;
}

/** Every reader of rooms, asked by somebody: whether they hear of the scene's room there. */
const READERS: Record<string, (scene: Scene, who: Who, clubId: string) => Promise<boolean>> = {
  hallway: async (scene, who) => has(scene, (await liveRooms(caller(scene, who))).rooms),
  "rooms by the API": async (scene, who) =>
    who !== null && has(scene, (await scene.ask(who, list, { search: "?" })).body?.rooms as { id: string }[]),
  search: async (scene, who) =>
    has(scene, (await search(caller(scene, who), { q: "night trains", kind: null, after: null })).rooms),
  topics: async (scene, who) =>
    (await search(caller(scene, who), { q: "trains", kind: null, after: null })).topics.length > 0,
  room: async (scene, who) => (await knownRoom(caller(scene, who), scene.roomId)) !== null,
  "room by the API": async (scene, who) => who !== null && (await scene.ask(who, read, { search: "?" })).status === 200,
  chat: async (scene, who) => who !== null && (await scene.ask(who, chat, { search: "?channel=room" })).status !== 404,
  profile: async (scene, who) => {
    const ada = await profile(caller(scene, who), { id: scene.id.ada });
    return ada?.liveRoom !== null || ada.liveRooms.length > 0;
  },
  "where those are whom I follow": async (scene, who) =>
    who !== null && (await followedNow({ id: scene.id[who] })).people.length > 0,
  notifications: async (scene, who) =>
    who !== null && (await myNotifications({ id: scene.id[who] }, null)).notifications.length > 0,
  "club page": async (scene, who, clubId) => has(scene, (await clubRooms(caller(scene, who), clubId)).live),
};

const caller = (scene: Scene, who: Who) => who && { id: scene.id[who] };
const roomOf = ({ body }: { body?: object | null }) => (body as { room: { club: unknown } }).room;
const has = ({ roomId }: Scene, rooms: readonly { id: string }[]): boolean => rooms.some(({ id }) => id === roomId);

describe("an open room of a club", () => {
  it("does not name it to somebody who has a block with its founder, and goes on as any other for them", async ({
    scene,
  }) => {
    const { roomId } = scene;
    const clubId = await addClub(scene.id.ben, "owls");
    await db().room.update({ where: { id: roomId }, data: { clubId } });
    const names: Record<string, (who: CastName) => Promise<unknown>> = {
      card: async (who) => (await liveRooms(caller(scene, who))).rooms.find(({ id }) => id === roomId)?.club,
      page: async (who) => (await roomView(caller(scene, who), roomId))?.room.club,
      "its API": async (who) => roomOf(await scene.ask(who, read, { search: "?" })).club,
      door: async (who) => (await scene.ask(who, sit, { body: {} })).body?.room,
      "an edit's answer": async () => roomOf(await scene.ask("ada", edit, { body: { title: "Night trains" } })).club,
    };
    const naming = async (who: CastName): Promise<string[]> => {
      const found = await Promise.all(Object.entries(names).map(async ([at, read]) => [at, await read(who)] as const));
      return found.filter(([, answer]) => JSON.stringify(answer)?.includes("owls")).map(([at]) => at);
    };
    expect(await naming("gil")).toEqual(Object.keys(names));
    await db().block.create({ data: { blockerId: scene.id.ben, blockedId: scene.id.gil } });
    await db().block.create({ data: { blockerId: scene.id.ada, blockedId: scene.id.ben } });
    expect(await naming("gil")).toEqual([]);
    expect((await knownRoom(null, roomId))?.view.room.club).toMatchObject({ handle: "owls" });
    const edited = (await scene.events()).filter(({ type }) => type === "room_edited");
    expect(edited).toMatchObject([{ facts: { room: { inClub: true } } }, { facts: { room: { inClub: true } } }]);
    expect(JSON.stringify(edited)).not.toContain("owls");
    expect((await scene.ask("gil", read, { search: "?" })).status).toBe(200);
  });
});

describe("a room for the members of a club", () => {
  it("is there for members in every reader, and for nobody else in any", async ({ scene }) => {
    const clubId = await forMembers(scene);
    const { roomId } = scene;
    await db().room.update({ where: { id: roomId }, data: { topics: ["Trains"] } });
    for (const who of ["finn", "gil"] as const) {
      await db().follow.create({ data: { followerId: scene.id[who], followeeId: scene.id.ada } });
    }
    await db().goingLive.create({ data: { personId: scene.id.ada, roomId, kind: "went_live" } });
    const hears = async (who: Who) => {
      const heard: string[] = [];
      for (const [reader, ask] of Object.entries(READERS)) if (await ask(scene, who, clubId)) heard.push(reader);
      return heard;
    };
    expect(await hears("finn")).toEqual(Object.keys(READERS));
    expect(await hears("gil")).toEqual([]);
    expect(await hears(null)).toEqual([]);
  });

  it("is told to everyone's hallway by no event, shown by no link's picture, no sitemap, no other site", async ({
    scene,
  }) => {
    await forMembers(scene);
    const { roomId } = scene;
    expect(await roomPulses([roomId])).toEqual({ heard: [], unsaid: true });
    const view = (await knownRoom({ id: scene.id.finn }, roomId))?.view ?? null;
    expect(view?.room).toMatchObject({ kind: "members", club: { handle: "night_trains" } });
    expect(cardFacts(view, cardFonts())).toEqual(cardFacts(null, cardFonts()));
    expect(await publicPaths("rooms", null, 10)).toEqual([]);
    const url = `http://localhost:3000/api/oembed?${new URLSearchParams({ url: `http://localhost:3000/rooms/${roomId}` })}`;
    expect((await oembed(new Request(url), { params: Promise.resolve({}) })).status).toBe(404);
  });

  it("opens its door to members and whom its host invites, and is no room for anybody else", async ({ scene }) => {
    await forMembers(scene);
    expect((await scene.ask("finn", sit, { body: {} })).status).toBe(200);
    expect(await scene.ask("gil", sit, { body: {} })).toMatchObject({ status: 404, code: "not_found" });
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id.gil } });
    expect((await scene.ask("ada", inviteToRoom, { body: { handle } })).status).toBeLessThan(300);
    expect((await scene.ask("gil", sit, { body: {} })).status).toBe(200);
    const guest = await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } });
    const asGuest = { roomId: scene.roomId, personId: guest.id as typeof scene.id.ada, kind: "guest" } as const;
    expect(await door().admit(asGuest)).toMatchObject({ refusal: "not_found" });
  });

  it("is a key that only those have who may invite, as a closed one's", async ({ scene }) => {
    await forMembers(scene);
    const body = { personId: scene.id.gil };
    expect(await scene.ask("dev", ping, { body })).toMatchObject({ code: "not_allowed" });
    expect((await scene.ask("ben", ping, { body })).status).toBe(204);
    expect((await scene.ask("gil", sit, { body: {} })).status).toBe(200);
  });

  it("lets no member back who left the club, and puts out at once whom its leaders remove", async ({ scene }) => {
    const clubId = await forMembers(scene);
    await scene.ask("eve", joinClub, { clubId });
    for (const who of ["finn", "eve"] as const) expect((await scene.ask(who, sit, { body: {} })).status).toBe(200);
    await scene.ask("finn", leaveClub, { clubId });
    expect(await scene.seatOf("finn")).not.toBeNull();
    expect((await scene.ask("ada", removeMember, { clubId, personId: scene.id.eve })).status).toBe(204);
    expect(await scene.seatOf("eve")).toBeNull();
    expect(await scene.ask("eve", sit, { body: {} })).toMatchObject({ code: "not_found" });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("puts out at a second try whom a removal that was cut off left on their seat", async ({ scene }) => {
    const clubId = await forMembers(scene);
    await scene.ask("eve", joinClub, { clubId });
    await scene.ask("eve", sit, { body: {} });
    const key = { clubId, personId: scene.id.eve };
    await db().clubMember.delete({ where: { clubId_personId: key } });
    await db().clubRemoval.create({ data: { ...key, removedById: scene.id.ada } });
    expect((await scene.ask("ada", removeMember, key)).status).toBe(204);
    expect(await scene.seatOf("eve")).toBeNull();
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("seats nobody whom its leaders remove at the same moment", async ({ scene }) => {
    const clubId = await forMembers(scene);
    for (let round = 0; round < 6; round++) {
      await db().clubMember.createMany({ data: { clubId, personId: scene.id.finn }, skipDuplicates: true });
      await Promise.all([
        scene.ask("finn", sit, { body: {} }),
        scene.ask("ada", removeMember, { clubId, personId: scene.id.finn }),
      ]);
      expect(await scene.seatOf("finn")).toBeNull();
      expect(await faultsOfSeats()).toEqual([]);
    }
  });

  it("becomes a closed room of no club once the club closes, and says so to those in it", async ({ scene }) => {
    const clubId = await forMembers(scene);
    const announced = await addRoom({ createdById: scene.id.ada, kind: "members", clubId, status: "scheduled" });
    const plain = await addRoom({ createdById: scene.id.ben, clubId, title: "Plain" });
    expect((await scene.ask("ada", closeClub, { clubId })).status).toBe(204);
    for (const id of [scene.roomId, announced])
      expect(await db().room.findUnique({ where: { id } })).toMatchObject({ kind: "closed", clubId: null });
    expect(await db().room.findUnique({ where: { id: plain } })).toMatchObject({ kind: "open", clubId: null });
    const [edited] = await scene.events();
    expect(edited).toMatchObject({ type: "room_edited", facts: { room: { kind: "closed", inClub: false } } });
    expect(await scene.ask("finn", sit, { body: {} })).toMatchObject({ code: "not_found" });
    expect((await scene.ask("dev", read, { search: "?" })).status).toBe(200);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("has overflow rooms of the same club, with doors like its own", async ({ family }) => {
    const clubId = await forMembers(family);
    await db().room.update({
      where: { id: family.roomId },
      data: { capacity: 4, reserve: 0, overflowLimit: 1, openSeats: 4 },
    });
    const answer = await door().admit({ roomId: family.roomId, personId: family.id.finn, kind: "member" });
    expect(answer).toMatchObject({ ok: true });
    const hall = await db().room.findFirstOrThrow({ where: { mainRoomId: family.roomId } });
    expect(hall).toMatchObject({ kind: "members", clubId });
    expect(await door().admit({ roomId: hall.id as RoomId, personId: family.id.gil, kind: "member" })).toMatchObject({
      refusal: "not_found",
    });
  });
});

describe("opening a room in a club", () => {
  const fields = { title: "Sleepers", language: "en" };

  it("is its members' to do, for everybody or for members alone", async ({ scene }) => {
    const clubId = await addClub(scene.id.ada);
    const by = (who: CastName, more: object) => scene.ask(who, open, { body: { ...fields, ...more } });
    expect(await by("dev", { clubId })).toMatchObject({ status: 404 });
    expect(await by("ada", { kind: "members" })).toMatchObject({ status: 422, code: "bad_input" });
    expect(await by("ada", { clubId: scene.roomId })).toMatchObject({ status: 404 });
    const opened = await by("ada", { clubId });
    expect(opened.body?.room).toMatchObject({ kind: "open", club: { id: clubId, handle: "night_trains" } });
    const { rooms } = await liveRooms({ id: scene.id.gil });
    expect(rooms).toContainEqual(
      expect.objectContaining({ title: "Sleepers", club: expect.objectContaining({ id: clubId }) }),
    );
    expect((await by("ada", { clubId, kind: "members" })).status).toBe(201);
    expect((await liveRooms({ id: scene.id.gil })).rooms.filter(({ title }) => title === "Sleepers")).toHaveLength(1);
    const { id } = await db().room.findFirstOrThrow({ where: { clubId, kind: "open" } });
    const roomId = id as RoomId;
    expect((await scene.ask("ada", edit, { roomId, body: { kind: "members" } })).status).toBe(200);
    expect((await liveRooms({ id: scene.id.gil })).rooms.filter(({ title }) => title === "Sleepers")).toEqual([]);
    expect(await scene.ask("ada", edit, { body: { kind: "members" } })).toMatchObject({ code: "bad_input" });
  });

  it("shows the club's rules at the door, folded for those who came in by them", async ({ scene }) => {
    const clubId = await forMembers(scene);
    expect(await rulesAtDoor({ id: scene.id.finn }, clubId)).toEqual({ rules: "Be kind.", isMember: true });
    expect(await rulesAtDoor(null, clubId)).toEqual({ rules: "Be kind.", isMember: false });
    await db().club.update({ where: { id: clubId }, data: { rules: "" } });
    expect(await rulesAtDoor(null, clubId)).toBeNull();
  });

  it("announces it on the club's page to those who may know of it", async ({ scene }) => {
    const clubId = await addClub(scene.id.ada);
    await addRoom({ createdById: scene.id.ada, clubId, kind: "members", status: "scheduled", title: "Soon" });
    const titles = async (who: Who) => (await clubRooms(caller(scene, who), clubId)).upcoming.map(({ title }) => title);
    expect(await titles("ada")).toEqual(["Soon"]);
    expect(await titles(null)).toEqual([]);
    expect((await scheduledRooms({ id: scene.id.gil })).map(({ title }) => title)).not.toContain("Soon");
  });
});
