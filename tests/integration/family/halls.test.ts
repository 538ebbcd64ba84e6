import { describe, expect } from "vitest";
import { GET as readBans } from "@/app/api/rooms/[roomId]/bans/route";
import { POST as sendNotice } from "@/app/api/rooms/[roomId]/family-line/route";
import { GET as readHalls } from "@/app/api/rooms/[roomId]/halls/route";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { GET as readLinks } from "@/app/api/rooms/[roomId]/invite-links/route";
import { POST as leadHall } from "@/app/api/rooms/[roomId]/leader/route";
import { GET as readLog } from "@/app/api/rooms/[roomId]/log/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { PUT as pinLink } from "@/app/api/rooms/[roomId]/pinned-link/route";
import { PATCH as editRoom, DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { PATCH as changeRole } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { POST as muteAll, DELETE as unlock } from "@/app/api/rooms/[roomId]/stage/mute/route";
import { DELETE as endVisit, POST as visit } from "@/app/api/rooms/[roomId]/visit/route";
import type { RoomId } from "@/lib/domain/ids";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { db } from "@/lib/server/postgres/db";
import { closeVisits } from "@/lib/server/sweeping/close-visits";
import { LISTENS } from "@/tests/support/fake-media";
import { faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import type { Family } from "@/tests/support/scenes/hall-scene";
import { it as inFamily } from "@/tests/support/scenes/scene-test";
import type { Route } from "@/tests/support/scenes/stage-scene";

const it = inFamily.extend("hall", { auto: true }, ({ family }) => family.openHall());

const types = async (family: Family, roomId: RoomId) => (await family.eventsOf(roomId)).map(({ type }) => type);
const openVisits = (family: Family) =>
  db().visit.findMany({ where: { closedAt: null, room: { mainRoomId: family.roomId } }, orderBy: { openedAt: "asc" } });
const roleOf = async (personId: string) =>
  (await db().seat.findFirstOrThrow({ where: { personId, closedAt: null } })).role;

describe("leading an overflow room", () => {
  it("somebody who sits in a hall that nobody leads volunteers, and may be heard there before it is answered", async ({
    family,
    media,
    hall,
  }) => {
    const gus = await family.sit(hall);
    const led = await gus.ask(leadHall);
    expect(led).toMatchObject({ status: 200, body: { seat: { role: "moderator", roomId: hall } } });
    expect(media.permission(hall, gus.id)).toMatchObject({ canPublish: true, hidden: false });
    expect(await family.eventsOf(hall)).toMatchObject([
      { type: "stage_joined", audience: "everyone", facts: { person: { id: gus.id, role: "moderator" } } },
    ]);
    expect(await family.eventsOf(family.roomId)).toEqual([]);
  });

  it("of two who volunteer at once one leads, and the other stays in the audience", async ({ family, hall }) => {
    const two = [await family.sit(hall), await family.sit(hall)];
    const answers = await Promise.all(two.map((one) => one.ask(leadHall)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe("has_leader");
    const roles = await Promise.all(two.map(({ id }) => roleOf(id)));
    expect(roles.toSorted()).toEqual(["listener", "moderator"]);
    expect(await types(family, hall)).toEqual(["stage_joined"]);
  });

  it("asked twice by whoever leads it changes nothing", async ({ family, hall }) => {
    const gus = await family.sit(hall);
    await gus.ask(leadHall);
    expect((await gus.ask(leadHall)).status).toBe(200);
    expect(await types(family, hall)).toEqual(["stage_joined"]);
  });

  it("nobody leads the main room that way, nor a hall in which they do not sit, nor one that ended", async ({
    family,
    hall,
  }) => {
    const gus = await family.sit(hall);
    expect(await family.ask("dev", leadHall)).toMatchObject({ status: 403 });
    expect(await family.ask("eve", leadHall, { roomId: hall })).toMatchObject({ status: 409, code: "no_seat" });
    expect(await family.ask("ben", leadHall, { roomId: hall })).toMatchObject({ status: 403 });
    await family.ask("ada", endRoom, { roomId: hall });
    expect(await gus.ask(leadHall)).toMatchObject({ status: 409, code: "room_ended" });
    expect(await db().seat.count({ where: { roomId: hall, role: "moderator" } })).toBe(0);
  });

  it("a guest does not lead", async ({ family, hall }) => {
    const gus = await family.sit(hall);
    await db().person.update({ where: { id: gus.id }, data: { kind: "guest", handle: null } });
    expect(await gus.ask(leadHall)).toMatchObject({ status: 403, code: "members_only" });
    expect(await roleOf(gus.id)).toBe("listener");
  });

  it("its stage holds eight: the ninth who accepts at the same moment stays below", async ({ family, hall }) => {
    for (let seats = 0; seats < 7; seats++) await family.sit(hall, "speaker");
    const two = [await family.sit(hall), await family.sit(hall)];
    for (const { id } of two) await family.ask("ada", offerStage, { roomId: hall, personId: id });
    const answers = await Promise.all(two.map((one) => one.ask(acceptOffer)));
    expect(answers.map(({ status, code }) => code ?? status).toSorted()).toEqual([200, "stage_full"]);
    expect(await db().seat.count({ where: { roomId: hall, closedAt: null, role: { not: "listener" } } })).toBe(8);
    const gus = await family.sit(hall);
    expect(await gus.ask(leadHall)).toMatchObject({ status: 409, code: "stage_full" });
  });

  it("whoever leads the main room appoints somebody of the hall without sitting in it", async ({ family, hall }) => {
    const gus = await family.sit(hall);
    expect((await family.ask("ben", offerStage, { roomId: hall, personId: gus.id })).status).toBe(200);
    expect((await gus.ask(acceptOffer)).status).toBe(200);
    const appointed = await family.ask("ben", changeRole, {
      roomId: hall,
      personId: gus.id,
      body: { role: "moderator" },
    });
    expect(appointed.status).toBe(204);
    expect(await roleOf(gus.id)).toBe("moderator");
    expect(await family.ask("cleo", offerStage, { roomId: hall, personId: gus.id })).toMatchObject({ status: 409 });
  });

  it("whoever leads a hall does nothing in another one, nor in the main room", async ({ family, hall }) => {
    const other = await family.openHall();
    const [gus, hal] = [await family.sit(hall), await family.sit(other)];
    await gus.ask(leadHall);
    expect((await gus.ask(offerStage, { roomId: other, personId: hal.id })).status).toBe(409);
    expect((await gus.ask(endRoom, { roomId: other })).status).toBe(403);
    expect((await gus.ask(endRoom)).status).toBe(403);
    expect((await gus.ask(sendNotice, { body: { text: "hello" } })).status).toBe(403);
    expect((await gus.ask(readHalls, { search: "?" })).status).toBe(404);
    expect((await gus.ask(readHalls, { roomId: family.roomId, search: "?" })).status).toBe(404);
  });
});

describe("a visit", () => {
  it("listens in without a seat: hidden, subscribe only, not counted", async ({ family, hall }) => {
    const answer = await family.ask("ada", visit, { roomId: hall });
    expect(answer).toMatchObject({ status: 200, body: { leaseSeconds: 30, media: { token: expect.any(String) } } });
    const { media: pass } = answer.body as { media: { token: string } };
    const claims = JSON.parse(Buffer.from(pass.token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({
      sub: `visit:${family.id.ada}`,
      video: { room: hall, hidden: true, canSubscribe: true, canPublish: false, canPublishData: false },
    });
    expect(await db().room.findUnique({ where: { id: hall } })).toMatchObject({ openSeats: 0 });
    expect((await family.seatOf("ada"))?.role).toBe("host");
  });

  it("is one a person: renewed by asking again, moved by asking elsewhere", async ({ family, media, hall }) => {
    const other = await family.openHall();
    await Promise.all([1, 2, 3].map(() => family.ask("ada", visit, { roomId: hall })));
    expect(await db().visit.count({ where: { personId: family.id.ada } })).toBe(1);
    media.connect(hall, `visit:${family.id.ada}`, LISTENS);
    await family.ask("ada", visit, { roomId: other });
    expect(media.permission(hall, `visit:${family.id.ada}`)).toBeNull();
    const open = await db().visit.findMany({ where: { personId: family.id.ada, closedAt: null } });
    expect(open).toMatchObject([{ roomId: other }]);
  });

  it("ends with its connection when it is told to, and twice is fine", async ({ family, media, hall }) => {
    await family.ask("ada", visit, { roomId: hall });
    media.connect(hall, `visit:${family.id.ada}`, LISTENS);
    expect((await family.ask("ada", endVisit, { roomId: hall })).status).toBe(204);
    expect(media.permission(hall, `visit:${family.id.ada}`)).toBeNull();
    expect((await family.ask("ada", endVisit, { roomId: hall })).status).toBe(204);
  });

  it("is left alone by the mirror while it is open, and by nobody else's name", async ({ family, media, hall }) => {
    await family.ask("ada", visit, { roomId: hall });
    for (const name of ["ada", "dev"] as const) {
      media.connect(hall, `visit:${family.id[name]}`, LISTENS);
      await mirrorSeat(hall, `visit:${family.id[name]}`);
    }
    expect(media.permission(hall, `visit:${family.id.ada}`)).not.toBeNull();
    expect(media.permission(hall, `visit:${family.id.dev}`)).toBeNull();
  });

  it("ends by itself: not renewed, its person demoted, or its hall ended", async ({ family, media, hall }) => {
    const other = await family.openHall();
    await family.ask("ada", visit, { roomId: hall });
    await family.ask("ben", visit, { roomId: other });
    media.connect(hall, `visit:${family.id.ada}`, LISTENS);
    await closeVisits(new Date(Date.now() + 20_000));
    expect(await openVisits(family)).toHaveLength(2);
    await db().seat.updateMany({ where: { personId: family.id.ben }, data: { role: "speaker" } });
    await closeVisits(new Date());
    expect(await openVisits(family)).toMatchObject([{ roomId: hall }]);
    await closeVisits(new Date(Date.now() + 31_000));
    expect(await openVisits(family)).toEqual([]);
    expect(media.permission(hall, `visit:${family.id.ada}`)).toBeNull();
  });

  it("is for nobody else: no speaker, no leader of the hall itself, no stranger, and not to the main hall", async ({
    family,
    hall,
  }) => {
    const gus = await family.sit(hall);
    await gus.ask(leadHall);
    expect((await gus.ask(visit)).status).toBe(403);
    expect((await family.ask("cleo", visit, { roomId: hall })).status).toBe(409);
    expect((await family.ask("ada", visit)).status).toBe(403);
    await db().room.updateMany({ where: { OR: [{ id: family.roomId }, { id: hall }] }, data: { kind: "closed" } });
    expect((await family.ask("gil", visit, { roomId: hall })).status).toBe(404);
    expect((await family.ask("ben", visit, { roomId: hall })).status).toBe(200);
    expect(await openVisits(family)).toMatchObject([{ personId: family.id.ben }]);
  });
});

describe("closing a hall", () => {
  it("whoever moderates the main room closes it, everyone in it hears one line, and the log says so", async ({
    family,
    hall,
  }) => {
    await family.sit(hall);
    await family.sit(hall);
    expect((await family.ask("ben", endRoom, { roomId: hall, body: { line: "Come over." } })).status).toBe(204);
    expect(await family.eventsOf(hall)).toMatchObject([{ type: "room_ended", facts: { line: "Come over." } }]);
    expect(await db().seat.count({ where: { roomId: hall, closedAt: null } })).toBe(0);
    const log = await family.ask("ada", readLog, { search: "?" });
    expect(log.body?.entries).toMatchObject([{ type: "hall_closed", by: { name: "ben" }, facts: { hall: 1 } }]);
    expect((await family.ask("ben", endRoom, { roomId: hall })).status).toBe(204);
    expect(await types(family, family.roomId)).toEqual(["hall_closed"]);
  });

  it("its people are placed in the others by the door when they ask again", async ({ family, hall }) => {
    await family.leaveFree(0);
    const other = await family.openHall();
    const gus = await family.sit(hall);
    await family.ask("ada", endRoom, { roomId: hall });
    expect((await gus.ask(join)).status).toBe(200);
    expect(await gus.sits()).toBe(other);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("a speaker of the main room closes none, and a stranger does not know of it", async ({ family, hall }) => {
    await db().room.updateMany({ where: { OR: [{ id: family.roomId }, { id: hall }] }, data: { kind: "closed" } });
    expect((await family.ask("cleo", endRoom, { roomId: hall })).status).toBe(403);
    expect((await family.ask("gil", endRoom, { roomId: hall })).status).toBe(404);
    expect(await db().room.findUnique({ where: { id: hall } })).toMatchObject({ status: "live" });
  });
});

describe("speaking to all halls", () => {
  it("is one event of the main room, for everyone, and stands in the log", async ({ family }) => {
    expect((await family.ask("ada", sendNotice, { body: { text: "Five minutes more." } })).status).toBe(204);
    expect(await family.eventsOf(family.roomId)).toMatchObject([
      { type: "family_line", audience: "everyone", facts: { text: "Five minutes more.", by: { id: family.id.ada } } },
    ]);
    const log = await family.ask("ben", readLog, { search: "?" });
    expect(log.body?.entries).toMatchObject([{ type: "family_line", facts: { line: "Five minutes more." } }]);
  });

  it("is limited, and takes no line that is empty, long or not to be seen", async ({ family }) => {
    for (const text of ["", "x".repeat(201), "\n", "\u202e\u0301"]) {
      expect((await family.ask("ada", sendNotice, { body: { text } })).status).toBe(422);
    }
    const said = [];
    for (let times = 0; times < 8; times++) {
      said.push((await family.ask("ada", sendNotice, { body: { text: `line ${times}` } })).status);
    }
    expect(said).toEqual([204, 204, 204, 204, 204, 204, 429, 429]);
    expect(await types(family, family.roomId)).toHaveLength(6);
  });
});

describe("how many halls, and what is kept for the stage", () => {
  const change = (family: Family, body: object) => family.ask("ada", editRoom, { body });
  const sizes = async (family: Family) => {
    const { overflowLimit, reserve, capacity } = await db().room.findUniqueOrThrow({ where: { id: family.roomId } });
    return { overflowLimit, reserve, capacity };
  };

  it("is changed within the instance's limits, and refused at the field", async ({ family }) => {
    expect((await change(family, { overflowRooms: 3, reserve: 40 })).status).toBe(200);
    expect(await sizes(family)).toMatchObject({ overflowLimit: 3, reserve: 40 });
    expect(await change(family, { overflowRooms: 21 })).toMatchObject({
      status: 422,
      body: { error: { field: "overflowRooms", limit: 20 } },
    });
    expect(await change(family, { reserve: 5_000 })).toMatchObject({ status: 422 });
    await change(family, { capacity: 100 });
    expect(await change(family, { reserve: 100 })).toMatchObject({
      status: 422,
      body: { error: { field: "reserve", limit: 99 } },
    });
  });

  it("nothing is kept where overflow is off, and a room that shrinks keeps what is usual for its size", async ({
    family,
  }) => {
    await change(family, { reserve: 50 });
    await change(family, { capacity: 200 });
    expect(await sizes(family)).toEqual({ overflowLimit: 20, reserve: 2, capacity: 200 });
    await change(family, { overflowRooms: 0 });
    expect(await sizes(family)).toEqual({ overflowLimit: 0, reserve: 0, capacity: 200 });
  });
});

describe("the desk", () => {
  it("shows each hall with its size, its leader, its talk and the first question of its own queue", async ({
    family,
    hall,
  }) => {
    const german = await family.openHall({ language: "de" });
    const [gus, hal] = [await family.sit(hall), await family.sit(german)];
    await hal.ask(leadHall);
    await gus.ask(raiseHand);
    const ida = await family.sit(hall);
    await ida.ask(raiseHand, { body: { question: "Why at night?" } });
    await db().chatLine.createMany({
      data: [1, 2, 3].map((number) => ({
        roomId: hall,
        channel: "room" as const,
        number,
        version: number,
        personId: gus.id,
        text: "hello",
        writtenAt: new Date(Date.now() - (number === 1 ? 600_000 : 1_000)),
      })),
    });
    await db().rating.create({ data: { roomId: german, personId: hal.id, language: "de", understood: 4 } });
    const desk = await family.ask("ben", readHalls, { search: "?" });
    expect(desk.body?.halls).toMatchObject([
      { id: family.roomId, number: 0, openSeats: 5, led: true, hands: 0, question: null },
      {
        id: hall,
        number: 1,
        language: "en",
        openSeats: 2,
        led: false,
        lines: 2,
        hands: 2,
        question: { person: { id: ida.id }, text: "Why at night?" },
        talking: 0,
        understood: null,
      },
      { id: german, number: 2, language: "de", led: true, talking: 1, understood: 4, question: null },
    ]);
  });

  it("is nobody else's, and costs one reading a second however often it is asked for", async ({ family, hall }) => {
    for (const who of ["cleo", "dev", "gil"] as const)
      expect((await family.ask(who, readHalls, { search: "?" })).status).toBe(404);
    const first = await family.ask("ada", readHalls, { search: "?" });
    await family.sit(hall);
    expect(await family.ask("ben", readHalls, { search: "?" })).toEqual(first);
  });
});

describe("all microphones of a hall", () => {
  it("are taken, locked and unlocked by whoever leads the main room, its own leaders' among them", async ({
    family,
    media,
    hall,
  }) => {
    const [gus, hal] = [await family.sit(hall, "moderator"), await family.sit(hall, "speaker")];
    expect((await family.ask("ben", muteAll, { roomId: hall, body: { lock: true } })).status).toBe(204);
    for (const { id } of [gus, hal]) expect(media.permission(hall, id)?.canPublish).toBe(false);
    expect(await types(family, hall)).toEqual(["all_muted", "room_edited", "microphone_cut", "microphone_cut"]);
    expect(await hal.ask(unmute, { personId: hal.id })).toMatchObject({ status: 409, code: "microphones_locked" });
    expect((await family.ask("ada", unlock, { roomId: hall })).status).toBe(204);
    expect((await hal.ask(unmute, { personId: hal.id })).status).toBe(204);
    expect(await types(family, family.roomId)).toEqual([]);
  });

  it("are not those of the main room, nor of another hall: who leads a hall silences that one only", async ({
    family,
    media,
    hall,
  }) => {
    const gus = await family.sit(hall, "moderator");
    const other = await family.openHall();
    const ida = await family.sit(other, "speaker");
    for (const route of [muteAll, unlock]) {
      expect(await gus.ask(route, { roomId: family.roomId })).toMatchObject({ status: 403 });
      expect(await gus.ask(route, { roomId: other })).toMatchObject({ status: 409, code: "no_seat" });
      expect(await family.ask("cleo", route, { roomId: hall })).toMatchObject({ status: 409, code: "no_seat" });
    }
    expect(media.permission(other, ida.id)?.canPublish).toBe(true);
    expect(media.permission(family.roomId, family.id.cleo)?.canPublish).toBe(true);
  });
});

describe("what those who moderate a hall see and show", () => {
  const READS: [string, Route][] = [
    ["its log", readLog],
    ["whom it keeps out", readBans],
    ["its invitation links", readLinks],
  ];

  it.for(READS)(
    "%s is whoever leads the main room's to read too, and no other hall's leader's",
    async ([_what, route], { family, hall }) => {
      const gus = await family.sit(hall, "moderator");
      const other = await family.sit(await family.openHall(), "moderator");
      expect((await gus.ask(route, { search: "?" })).status).toBe(200);
      expect((await family.ask("ben", route, { roomId: hall, search: "?" })).status).toBe(200);
      expect((await other.ask(route, { roomId: hall, search: "?" })).status).toBe(404);
      expect((await gus.ask(route, { roomId: family.roomId, search: "?" })).status).toBe(404);
      expect((await family.ask("cleo", route, { roomId: hall, search: "?" })).status).toBe(404);
    },
  );

  it("whoever leads the main room may pin a link in a hall, and whoever leads a hall none in the main room", async ({
    family,
    hall,
  }) => {
    const gus = await family.sit(hall, "moderator");
    const body = { url: "https://127.0.0.1/" };
    expect(await family.ask("ben", pinLink, { roomId: hall, body })).toMatchObject({ code: "link_unsafe" });
    expect(await gus.ask(pinLink, { roomId: family.roomId, body })).toMatchObject({ status: 403 });
    expect(await family.ask("cleo", pinLink, { roomId: hall, body })).toMatchObject({ status: 403 });
  });
});

describe("what a hall is about", () => {
  it("is changed by whoever leads the main room, as the hall's own leaders change it", async ({ family, hall }) => {
    const gus = await family.sit(hall, "moderator");
    expect((await family.ask("ben", editRoom, { roomId: hall, body: { chatMode: "off" } })).status).toBe(200);
    expect((await gus.ask(editRoom, { body: { title: "By the window" } })).status).toBe(200);
    expect(await types(family, hall)).toEqual(["room_edited", "room_edited"]);
  });

  it("is not the main room's, nor another hall's, for whoever leads a hall; nor a speaker's", async ({
    family,
    hall,
  }) => {
    const gus = await family.sit(hall, "moderator");
    const other = await family.openHall();
    for (const roomId of [family.roomId, other])
      expect(await gus.ask(editRoom, { roomId, body: { title: "Mine" } })).toMatchObject({ status: 403 });
    expect(await family.ask("cleo", editRoom, { roomId: hall, body: { title: "Mine" } })).toMatchObject({
      status: 403,
    });
    for (const roomId of [family.roomId, hall, other]) expect(await types(family, roomId)).toEqual([]);
  });
});
