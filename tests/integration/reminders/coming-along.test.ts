import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PUT as attend, GET as read, DELETE as unattend } from "@/app/api/rooms/[roomId]/attendance/route";
import { POST as askForEpisode } from "@/app/api/rooms/[roomId]/mail-reminders/route";
import { POST as follow, DELETE as unfollow } from "@/app/api/shows/[showId]/follow/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { LIMITS } from "@/lib/domain/limits/limits";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { EXPORT_FILES } from "@/lib/server/account/export-files";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Params } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { showFollow } from "@/lib/server/queries/reminders/show-follow";
import { type SmtpCatcher, startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { addEpisode, addShow, asks, callOff, inMinutes } from "@/tests/support/scenes/episodes";
import { askAs, type Route } from "@/tests/support/scenes/stage-scene";

let catcher: SmtpCatcher;
let ada: PersonId;
let ben: PersonId;
let showId: string;
let roomId: RoomId;
const BENS = `plnm_${"b".repeat(43)}`;

beforeAll(async () => {
  catcher = await startSmtpCatcher();
  process.env.SMTP_URL = catcher.url;
  process.env.MAIL_FROM = "Plenum <plenum@example.org>";
});
afterAll(() => catcher.stop());

beforeEach(async () => {
  await emptyHouse();
  await hotSql().rows(undefined, "DELETE FROM rate_limit", []);
  catcher.mails.length = 0;
  [ada, ben] = [await addMember("ada"), await addMember("ben")];
  await db().accessToken.create({
    data: { personId: ben, name: "test", tokenHash: hashOf(BENS), scopes: ["read", "write"] },
  });
  showId = await addShow(ada);
  roomId = await addEpisode({ createdById: ada, title: "Owls", scheduledFor: inMinutes(180), showId });
});

const asBen = (route: Route, more: { named?: Params; body?: object; search?: string } = {}) =>
  askAs(BENS, route, { named: { roomId, showId }, body: {}, ...more });

/** As a visitor without an account, from an address, in the language and by the clock of their pages. */
async function asVisitor(
  route: Route,
  { named = {}, body, headers = {} }: { named?: Params; body?: object; headers?: Record<string, string> } = {},
) {
  const request = new Request("http://localhost:3000/", {
    method: "POST",
    headers: { origin: "http://localhost:3000", ...headers },
    body: body && JSON.stringify(body),
  });
  const answer = await route(request, { params: Promise.resolve({ roomId, showId, ...named }) });
  const text = await answer.text();
  const { error } = (text === "" ? {} : JSON.parse(text)) as { error?: { code: string } };
  return { status: answer.status, code: error?.code };
}

const seen = async () => (await asBen(read, { search: "?", body: undefined })).body;

describe("saying that one will be there", () => {
  it("holds, can be changed and taken back, and is safe to repeat", async () => {
    expect(await seen()).toEqual({ attending: false, remind: false, count: 0 });
    for (let times = 0; times < 2; times++) {
      expect((await asBen(attend)).body).toEqual({ attending: true, remind: true });
    }
    const { at } = await db().rsvp.findFirstOrThrow();
    expect((await asBen(attend, { body: { remind: false } })).body).toEqual({ attending: true, remind: false });
    expect(await db().rsvp.findMany()).toMatchObject([{ personId: ben, remind: false, at }]);
    for (let times = 0; times < 2; times++) {
      expect((await asBen(unattend)).body).toEqual({ attending: false, remind: false });
    }
    expect(await db().rsvp.count()).toBe(0);
  });

  it("is counted exactly, without those who are banned or gone", async () => {
    for (const handle of ["one", "two", "three", "four"]) await asks(await addMember(handle), roomId);
    await db().person.update({ where: { handle: "three" }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { handle: "four" }, data: { givenUpAt: new Date() } });
    expect(await seen()).toMatchObject({ count: 2 });
  });

  it.for(["a draft", "closed", "of one who blocked", "of one blocked", "nothing at all"])(
    "is not found where the room is %s",
    async (how) => {
      if (how === "a draft") await db().episode.update({ where: { roomId }, data: { publishedAt: null } });
      if (how === "closed") await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
      if (how === "of one who blocked") await db().block.create({ data: { blockerId: ada, blockedId: ben } });
      if (how === "of one blocked") await db().block.create({ data: { blockerId: ben, blockedId: ada } });
      const named = how === "nothing at all" ? { roomId: crypto.randomUUID() } : { roomId };
      expect(await asBen(attend, { named })).toMatchObject({ status: 404 });
      if (how !== "a draft")
        expect(await asBen(read, { named, search: "?", body: undefined })).toMatchObject({ status: 404 });
      expect(await db().rsvp.count()).toBe(0);
    },
  );

  it("is too late once it is over, and can be taken back even then", async () => {
    await asBen(attend);
    await callOff(roomId);
    expect(await asBen(attend)).toMatchObject({ status: 409, code: "room_ended" });
    expect((await asBen(unattend)).status).toBe(200);
    expect(await db().rsvp.count()).toBe(0);
  });

  it("needs an account, and is limited", async () => {
    expect(await asVisitor(attend, { body: {} })).toMatchObject({ status: 401 });
    const statuses = [];
    for (let turn = 0; turn <= LIMITS.episodeAnswersOfPerson.points; turn++)
      statuses.push((await asBen(attend)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("following a show", () => {
  it("holds, is counted, is taken back, and safe to repeat", async () => {
    for (let times = 0; times < 2; times++) expect((await asBen(follow)).body).toEqual({ followedByMe: true });
    expect(await showFollow({ id: ben }, showId as never)).toEqual({ followedByMe: true, followers: 1 });
    for (let times = 0; times < 2; times++) expect((await asBen(unfollow)).body).toEqual({ followedByMe: false });
    expect(await db().showFollow.count()).toBe(0);
  });

  it.for(["a draft", "of one who blocked", "of one blocked", "nothing at all"])(
    "is not found where it is %s",
    async (how) => {
      if (how === "a draft") await db().show.update({ where: { id: showId }, data: { publishedAt: null } });
      if (how === "of one who blocked") await db().block.create({ data: { blockerId: ada, blockedId: ben } });
      if (how === "of one blocked") await db().block.create({ data: { blockerId: ben, blockedId: ada } });
      const named = how === "nothing at all" ? { showId: crypto.randomUUID() } : { showId };
      expect(await asBen(follow, { named })).toMatchObject({ status: 404 });
      expect(await db().showFollow.count()).toBe(0);
    },
  );
});

const EVE = "eve@example.org";
const BERLIN = { cookie: "plenum-locale=de; plenum-zone=Europe%2FBerlin" };
const askEve = (route: Route = askForEpisode, email = EVE) => asVisitor(route, { body: { email }, headers: BERLIN });

describe("somebody's account", () => {
  beforeEach(async () => {
    await db().person.update({ where: { id: ben }, data: { email: EVE, emailVerifiedAt: inMinutes(-10) } });
    await asks(ben, roomId, { timeZone: "Europe/Berlin" });
    await asBen(follow);
    await askEve();
    await db().calendarKey.create({ data: { personId: ben } });
  });

  it("holds in its export what they said yes to, followed, and asked for by mail", async () => {
    const file = EXPORT_FILES.find(({ name }) => name === "episodes.json");
    const rows = await hotSql().rows(undefined, file?.sql ?? "", [ben]);
    expect(rows).toMatchObject([
      { what: "asked", id: roomId, title: "Owls", time_zone: "Europe/Berlin" },
      { what: "show followed", id: showId, title: "Night trains" },
      { what: "reminded by mail", id: roomId, language: "de" },
    ]);
  });

  it("takes all of it along when it is emptied", async () => {
    await db().person.update({ where: { id: ben }, data: { givenUpAt: inMinutes(-8 * 24 * 60) } });
    await eraseAccount(ben);
    const left = [db().rsvp.count(), db().showFollow.count(), db().mailReminder.count(), db().calendarKey.count()];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
  });
});
