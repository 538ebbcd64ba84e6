import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { DELETE as endKey, PUT as makeKey } from "@/app/api/me/calendar-key/route";
import { GET as mine } from "@/app/calendars/[file]/route";
import { GET as one } from "@/app/rooms/[roomId]/calendar.ics/route";
import { GET as ofShow } from "@/app/shows/[slug]/calendar.ics/route";
import { GET as rss } from "@/app/shows/[slug]/rss.xml/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { addClub, addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { addEpisode, addShow, asks, callOff, followsShow, inMinutes, moveTo } from "@/tests/support/scenes/episodes";
import { addRecording, hear } from "@/tests/support/scenes/recorded";
import { askAs } from "@/tests/support/scenes/stage-scene";

let ada: PersonId;
let showId: string;
let roomId: RoomId;
/** In summer time in Berlin, an hour after the clocks went forward. */
const AT = new Date("2027-03-28T01:30:00Z");

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
  showId = await addShow(ada);
  roomId = await addEpisode({ createdById: ada, title: "Owls; and, bats", scheduledFor: AT, showId });
});

type Feed = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

const get = (feed: Feed | typeof one | typeof ofShow | typeof mine, params: object, headers = {}): Promise<Response> =>
  (feed as Feed)(new Request("http://localhost:3000/", { headers }), { params: Promise.resolve(params as never) });

type Entry = { uid: string; title: string; startsAt: string; endsAt: string; sequence: number; status: unknown };

async function entriesOf(answer: Response): Promise<Entry[]> {
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
    };
  });
}

describe("an episode's calendar", () => {
  it("names the right instants, and stays the same entry however it is changed", async () => {
    const [before] = await entriesOf(await get(one, { roomId }));
    expect(before).toEqual({
      uid: `${roomId}@localhost:3000`,
      title: "Owls; and, bats",
      startsAt: "2027-03-28T01:30:00.000Z",
      endsAt: "2027-03-28T02:30:00.000Z",
      sequence: 0,
      status: "CONFIRMED",
    });
    await moveTo(roomId, new Date("2027-03-29T01:30:00Z"));
    expect(await entriesOf(await get(one, { roomId }))).toMatchObject([
      { uid: before?.uid, startsAt: "2027-03-29T01:30:00.000Z", sequence: 1, status: "CONFIRMED" },
    ]);
    await callOff(roomId);
    expect(await entriesOf(await get(one, { roomId }))).toMatchObject([
      { uid: before?.uid, sequence: 2, status: "CANCELLED" },
    ]);
  });

  it("is the same text until it changes, and whoever holds it is told so", async () => {
    const first = await get(one, { roomId });
    const [etag, modified] = [first.headers.get("etag") ?? "", first.headers.get("last-modified") ?? ""];
    expect(first.headers.get("cache-control")).toContain("public");
    expect((await get(one, { roomId }, { "if-none-match": etag })).status).toBe(304);
    expect((await get(one, { roomId }, { "if-modified-since": modified })).status).toBe(304);
    await moveTo(roomId, new Date("2027-03-29T01:30:00Z"));
    await db().episode.update({ where: { roomId }, data: { changedAt: inMinutes(1) } });
    expect((await get(one, { roomId }, { "if-none-match": etag })).status).toBe(200);
    expect((await get(one, { roomId }, { "if-modified-since": modified })).status).toBe(200);
    // A tag is asked before a time.
    const { headers } = await get(one, { roomId });
    const both = { "if-none-match": '"another"', "if-modified-since": headers.get("last-modified") ?? "" };
    expect((await get(one, { roomId }, both)).status).toBe(200);
  });
});

describe("a show's feeds", () => {
  it("hold the next episodes, the past ones, and those that were called off", async () => {
    const past = await addEpisode({ createdById: ada, title: "Past", scheduledFor: inMinutes(-3_000), showId });
    await db().room.update({ where: { id: past }, data: { status: "ended" } });
    const off = await addEpisode({ createdById: ada, title: "Off", scheduledFor: inMinutes(3_000), showId });
    await callOff(off);
    const all = await entriesOf(await get(ofShow, { slug: "night-trains" }));
    expect(all.map(({ title, status }) => `${title} ${status}`)).toEqual([
      "Past CONFIRMED",
      "Off CANCELLED",
      "Owls; and, bats CONFIRMED",
    ]);
  });

  it("name nothing that not everybody may know of", async () => {
    await addEpisode({ createdById: ada, title: "Draft", scheduledFor: AT, showId, published: false });
    await addEpisode({ createdById: ada, title: "Closed", scheduledFor: AT, showId, kind: "closed" });
    const clubId = await addClub(ada);
    await addEpisode({ createdById: ada, title: "Members", scheduledFor: AT, showId, kind: "members", clubId });
    expect((await entriesOf(await get(ofShow, { slug: "night-trains" }))).map(({ title }) => title)).toEqual([
      "Owls; and, bats",
    ]);
    expect(await (await get(rss, { slug: "night-trains" })).text()).not.toMatch(/Draft|Closed|Members/);
    await db().show.update({ where: { id: showId }, data: { publishedAt: null } });
    for (const feed of [ofShow, rss]) expect((await get(feed, { slug: "night-trains" })).status).toBe(404);
    expect((await get(ofShow, { slug: "no-such" })).status).toBe(404);
  });

  it("are there as RSS, newest first, and without what was called off", async () => {
    const off = await addEpisode({ createdById: ada, title: "Off", scheduledFor: inMinutes(3_000), showId });
    await callOff(off);
    const answer = await get(rss, { slug: "night-trains" });
    expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    const { rss: read } = new XMLParser().parse(await answer.text());
    expect(read.channel).toMatchObject({
      title: "Night trains",
      link: "http://localhost:3000/shows/night-trains",
      item: { title: "Owls; and, bats", link: `http://localhost:3000/rooms/${roomId}`, guid: roomId },
    });
    const etag = answer.headers.get("etag") ?? "";
    expect((await get(rss, { slug: "night-trains" }, { "if-none-match": etag })).status).toBe(304);
  });
});

describe("a show's recordings in its RSS", () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "item" });
  const read = async () => parser.parse(await (await get(rss, { slug: "night-trains" })).text()).rss.channel;

  it("are enclosures that anybody can fetch, of the length that they say", async () => {
    await addRecording(roomId, inMinutes(-100));
    const [item] = (await read()).item;
    expect(item).toMatchObject({ "itunes:duration": 10, "itunes:author": "ada", "itunes:explicit": false });
    const { "@_url": url, "@_length": length, "@_type": type } = item.enclosure;
    expect(type).toBe("audio/ogg");
    const [, room = "", recording = ""] = /\/rooms\/([^/]+)\/recordings\/([^/]+)\/sound$/.exec(url) ?? [];
    const head = await hear(room, recording, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), head.headers.get("content-type")]).toEqual([
      200,
      length,
      type,
    ]);
  });

  it("are the longest of an episode, and none that is not to be taken along, is not over, or was deleted", async () => {
    const enclosure = async () => (await read()).item[0].enclosure?.["@_url"]?.split("/").at(-2);
    const [short, long] = [await addRecording(roomId, inMinutes(-100)), await addRecording(roomId, inMinutes(-50))];
    const change = (id: string, data: object) => db().recording.update({ where: { id }, data });
    await change(short, { samples: 48_000n });
    expect(await enclosure()).toBe(long);
    await change(long, { downloadable: false });
    expect(await enclosure()).toBe(short);
    await change(short, { stoppedAt: null });
    expect(await enclosure()).toBeUndefined();
    await change(short, { stoppedAt: new Date(), deletedAt: new Date() });
    expect(await enclosure()).toBeUndefined();
  });

  it("are of no episode that not everybody may know of, and name no host of whom nobody may know", async () => {
    await addRecording(roomId, inMinutes(-100));
    await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    expect((await read()).item).toBeUndefined();
    const ben = await addMember("ben");
    await db().showHost.create({ data: { showId, personId: ben } });
    expect((await read())["itunes:author"]).toBe("ada, ben");
    await db().person.update({ where: { id: ben }, data: { bannedAt: new Date() } });
    expect((await read())["itunes:author"]).toBe("ada");
  });
});

describe("one's own calendar", () => {
  const token = `plnm_${"e".repeat(43)}`;
  let eve: PersonId;
  beforeEach(async () => {
    eve = await addMember("eve");
    await db().accessToken.create({
      data: { personId: eve, name: "t", tokenHash: hashOf(token), scopes: ["read", "write"] },
    });
  });
  const newFile = async (): Promise<string> => {
    const { body } = await askAs(token, makeKey, { named: {}, body: {} });
    return String(body?.address).split("/calendars/")[1] ?? "";
  };
  const titles = async (file: string) =>
    (await entriesOf(await get(mine, { file }))).map(({ title }) => title).toSorted();

  it("holds what one asked for, leads, or follows the show of, as far as one may know of it", async () => {
    const other = await addEpisode({ createdById: ada, title: "Asked", scheduledFor: AT });
    await addEpisode({ createdById: ada, title: "Another", scheduledFor: AT });
    await addEpisode({ createdById: eve, title: "My own", scheduledFor: AT });
    const hidden = await addEpisode({ createdById: ada, title: "Closed", scheduledFor: AT, kind: "closed" });
    for (const id of [other, hidden]) await asks(eve, id);
    const file = await newFile();
    expect(await titles(file)).toEqual(["Asked", "My own"]);
    await followsShow(eve, showId);
    expect(await titles(file)).toEqual(["Asked", "My own", "Owls; and, bats"]);
    await db().invitation.create({ data: { roomId: hidden, personId: eve, invitedById: ada } });
    expect(await titles(file)).toContain("Closed");
    await db().block.create({ data: { blockerId: ada, blockedId: eve } });
    expect(await titles(file)).toEqual(["My own"]);
    expect((await get(mine, { file })).headers.get("cache-control")).toContain("private");
  });

  it("is opened by its key alone, and by none that was made before, or turned off", async () => {
    const first = await newFile();
    await db().calendarKey.updateMany({ data: { madeAt: inMinutes(-5) } });
    expect((await get(mine, { file: first })).status).toBe(404);
    const second = await newFile();
    expect((await get(mine, { file: second })).status).toBe(200);
    expect((await get(mine, { file: second.replace(".ics", "") })).status).toBe(404);
    expect((await get(mine, { file: second.replace(eve, ada) })).status).toBe(404);
    expect((await askAs(token, endKey, { named: {}, body: {} })).status).toBe(204);
    expect((await get(mine, { file: second })).status).toBe(404);
  });

  it("of somebody who is banned or gone is closed", async () => {
    const file = await newFile();
    await db().person.update({ where: { id: eve }, data: { bannedAt: new Date() } });
    expect((await get(mine, { file })).status).toBe(404);
  });
});
