import { beforeEach, describe, expect, it } from "vitest";
import { GET as json } from "@/app/api/rooms/[roomId]/figures/route";
import { GET as csv } from "@/app/api/rooms/[roomId]/figures.csv/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { countChannelAudiences } from "@/lib/server/sweeping/count-channel-audiences";
import type { RoomFigures } from "@/lib/wire/figures/views";
import { parseCsv } from "@/tests/support/csv/parse-csv";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { addShow, inMinutes } from "@/tests/support/scenes/episodes";
import { endedRoom, knownEvening, minute, sat } from "@/tests/support/scenes/known-evening";

beforeEach(emptyHouse);

type Route = (request: Request, context: { params: Promise<{ roomId: string }> }) => Promise<Response>;

/** Asks as this person; null is a visitor without an account. */
async function ask(route: Route, personId: PersonId | null, roomId: string): Promise<Response> {
  const token = `plnm_${(personId ?? "").replaceAll("-", "").padEnd(43, "A")}`;
  if (personId) {
    const data = { personId, name: "test", tokenHash: hashOf(token), scopes: ["read" as const] };
    await db().accessToken.createMany({ data: [data], skipDuplicates: true });
  }
  const headers: Record<string, string> = personId ? { authorization: `Bearer ${token}` } : {};
  return route(new Request("http://localhost:3000/", { headers }), { params: Promise.resolve({ roomId }) });
}

async function figuresOf(personId: PersonId, roomId: RoomId): Promise<RoomFigures> {
  const answer = await ask(json, personId, roomId);
  expect(answer.status).toBe(200);
  return (await answer.json()) as RoomFigures;
}

/** The statuses of both routes. */
const statuses = async (personId: PersonId | null, roomId: string): Promise<number[]> =>
  (await Promise.all([json, csv].map((route) => ask(route, personId, roomId)))).map(({ status }) => status);

describe("the figures of a known evening", () => {
  it("are what one counts by hand", async () => {
    const { roomId, hall, id } = await knownEvening();
    await db().person.update({ where: { id: id.cleo }, data: { languages: ["de", "en"] } });
    await db().person.update({ where: { id: id.dev }, data: { languages: ["de"] } });
    // Who never came is in no figure.
    await db().person.update({ where: { id: id.finn }, data: { languages: ["fr"] } });
    const hears = (hallId: string, listeners: number) =>
      countChannelAudiences([
        { hallId, language: "de", listeners },
        { hallId, language: "fr", listeners: 0 },
      ]);
    for (const listeners of [2, 7, 3]) await hears(hall, listeners);
    const { overTime, questions, halls, languages, ...sums } = await figuresOf(id.ada, roomId);
    expect(languages).toEqual({
      spoken: [
        { language: "de", people: 2 },
        { language: "en", people: 1 },
      ],
      heard: [{ language: "de", peak: 7 }],
    });
    expect(sums).toEqual({
      ...{ title: "=Night trains", language: "en", from: minute(0).toISOString(), to: minute(60).toISOString() },
      ...{ people: 5, guests: 1, peak: 5, minutes: 185, newcomers: 3 },
      hands: { raised: 4, people: 3, calledUp: 1 },
    });
    expect(halls).toEqual([{ number: 1, openedAt: minute(10).toISOString(), peak: 2, people: 2 }]);
    expect(questions).toEqual([
      { text: expect.stringMatching(/^who runs it\?$/i), people: 2, calledUp: true, at: minute(12).toISOString() },
      { text: "@what is for breakfast, and when?", people: 1, calledUp: false, at: minute(13).toISOString() },
    ]);
    const at = new Map(overTime.map((one) => [one.at, one.people]));
    const seen = [0, 9.5, 10, 12, 16, 20, 21, 29.5, 30, 31.5, 33, 42, 47, 50, 51, 60];
    expect(seen.map((when) => at.get(minute(when).toISOString()))).toEqual([
      2, 2, 4, 5, 5, 5, 4, 4, 5, 5, 4, 3, 2, 2, 1, 1,
    ]);
    expect(overTime).toHaveLength(121);
  });

  it("are the same as CSV, in which nothing is a formula", async () => {
    const { roomId, id } = await knownEvening();
    const answer = await ask(csv, id.ada, roomId);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="figures.csv"');
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const lines = parseCsv(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer()));
    const { overTime, ...figures } = await figuresOf(id.ada, roomId);
    const valuesOf = (figure: string) =>
      lines.filter((line) => line.figure === figure).map(({ value }) => Number(value));
    expect(valuesOf("people_at_once")).toEqual(overTime.map(({ people }) => people));
    const named = ["people", "guests", "peak", "minutes_listened", "newcomers", "hands_raised", "hands_called_up"];
    expect(named.map(valuesOf)).toEqual([[5], [1], [5], [185], [3], [4], [1]]);
    expect(lines.find(({ figure }) => figure === "overflow_peak")).toMatchObject({ of: "1", value: "2" });
    expect(lines.filter(({ figure }) => figure === "question_asked_by")).toMatchObject([
      { value: "2" },
      { of: "'@what is for breakfast, and when?", value: "1", at: figures.questions[1]?.at },
    ]);
    expect(lines[0]).toMatchObject({ figure: "minutes_live", of: "'=Night trains", value: "60" });
  });

  it("keep the hall that went on as a room of its own until the main room ended, and its own begin there", async () => {
    const { roomId, hall, id } = await knownEvening();
    await db().room.update({
      where: { id: hall },
      data: {
        mainRoomId: null,
        overflowNumber: null,
        afterTalkOfId: roomId,
        endedAt: minute(90),
        createdById: id.cleo,
      },
    });
    await sat(id.finn, hall, { from: 50, to: 80 });
    expect(await figuresOf(id.ada, roomId)).toMatchObject({ people: 6, minutes: 195, halls: [{ people: 3, peak: 2 }] });
    const own = await figuresOf(id.cleo, hall);
    expect(own).toMatchObject({ from: minute(60).toISOString(), people: 1, peak: 1, minutes: 20, halls: [] });
  });

  it("of a room in which nobody was are nothing", async () => {
    const ada = await addMember("ada");
    const figures = await figuresOf(ada, await endedRoom(ada));
    expect(figures).toMatchObject({ people: 0, peak: 0, minutes: 0, newcomers: 0, halls: [], questions: [] });
    expect(figures.overTime.every(({ people }) => people === 0)).toBe(true);
  });

  it("call nobody new who was in another room of the same show, whoever made it", async () => {
    const [ada, ben, dev] = [await addMember("ada"), await addMember("ben"), await addMember("dev")];
    const showId = await addShow(ada);
    await sat(dev, await endedRoom(ben, { from: -10_000, to: -9_000, showId }), { from: -9_900, to: -9_800 });
    const roomId = await endedRoom(ada, { showId });
    await sat(dev, roomId, { from: 0, to: 10 });
    expect(await figuresOf(ada, roomId)).toMatchObject({ people: 1, newcomers: 0 });
  });
});

describe("who sees the figures of a room", () => {
  it("are who hosted it, and the hosts and cohosts of its show", async () => {
    const { roomId, id } = await knownEvening();
    const [heir, cohost] = [await addMember("gil"), await addMember("eve")];
    await sat(heir, roomId, { from: 55, to: 60, role: "host" });
    const showId = await addShow(id.ada);
    await db().showHost.create({ data: { showId, personId: cohost, role: "cohost" } });
    await db().room.update({ where: { id: roomId }, data: { showId } });
    for (const who of [id.ada, heir, cohost]) expect(await statuses(who, roomId)).toEqual([200, 200]);
  });

  it("is nobody else: strangers, who was there, another room's host, an admin, visitors", async () => {
    const { roomId, id } = await knownEvening();
    const [stranger, admin] = [await addMember("gil"), await addMember("root")];
    await db().person.update({ where: { id: admin }, data: { admin: true } });
    for (const who of [stranger, id.ben, id.dev, id.finn, id.guest, admin, null])
      expect(await statuses(who, roomId)).toEqual([404, 404]);
  });

  it("is no cohost who was put out of the room", async () => {
    const { roomId, id } = await knownEvening();
    const showId = await addShow(id.ada);
    await db().showHost.create({ data: { showId, personId: id.dev, role: "cohost" } });
    await db().room.update({ where: { id: roomId }, data: { showId } });
    expect(await statuses(id.dev, roomId)).toEqual([200, 200]);
    await db().roomBan.create({ data: { roomId, personId: id.dev, bannedById: id.ada } });
    expect(await statuses(id.dev, roomId)).toEqual([404, 404]);
  });

  it("is nobody of a room that is live, of a hall, of one that was never live, of none", async () => {
    const { roomId, hall, id } = await knownEvening();
    expect(await statuses(id.ada, hall)).toEqual([404, 404]);
    await db().room.update({ where: { id: roomId }, data: { status: "live", endedAt: null } });
    expect(await statuses(id.ada, roomId)).toEqual([404, 404]);
    await db().room.update({ where: { id: roomId }, data: { status: "ended", liveAt: null, endedAt: inMinutes(0) } });
    expect(await statuses(id.ada, roomId)).toEqual([404, 404]);
    expect(await statuses(id.ada, id.ada)).toEqual([404, 404]);
    expect(await statuses(id.ada, "nothing")).toEqual([404, 404]);
  });
});
