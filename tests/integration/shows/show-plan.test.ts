import { describe, expect } from "vitest";
import { POST as plan } from "@/app/api/episodes/route";
import { DELETE as cancel, PATCH as editOne, GET as readEpisode } from "@/app/api/rooms/[roomId]/episode/route";
import { PATCH as editRoom, DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { PATCH as edit } from "@/app/api/shows/[showId]/route";
import type { RoomId, ShowId } from "@/lib/domain/ids";
import { planAhead } from "@/lib/server/planning/plan-ahead";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { planShows } from "@/lib/worker/plan-shows";
import { it } from "@/tests/support/scenes/scene-test";
import { inDays, said, showOf } from "@/tests/support/scenes/show-scene";

type Show = Awaited<ReturnType<typeof showOf>>;

const DAY_MS = 24 * 60 * 60_000;

const news = async () =>
  (await db().episodeNews.findMany({ orderBy: [{ at: "asc" }, { kind: "asc" }] })).map(({ kind }) => kind);

/** A published show of a daily rhythm, with its episodes. */
async function announced(scene: Parameters<typeof showOf>[0], fields: object = {}) {
  const show = await showOf(scene, fields);
  await show.publish();
  return { show, rooms: await show.episodes() };
}

/** When what is to come is, by day and hour. */
const toCome = async (show: Show) =>
  (await show.episodes()).filter(({ status }) => status === "scheduled").map(({ at }) => at);

/** Just behind the hour of the episode so many days from now, whatever the time of day is. */
const behind = (days: number): Date => new Date(`${inDays(days, "21:01")}Z`);

const daily = (days: number[], time = "21:00") => days.map((day) => inDays(day, time));

describe("the next eight", () => {
  it("are rooms once, however many plan them at once, and one more when one is over", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    await db().room.deleteMany({ where: { showId: show.showId } });
    await Promise.all([planShows(new Date()), planShows(new Date()), planShows(new Date())]);
    expect(await toCome(show)).toEqual(rooms.map(({ at }) => at));
    await planShows(behind(1));
    expect(await toCome(show)).toEqual(daily([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it("are none of a show that has ended, and end where the rhythm does", async ({ scene }) => {
    const { show } = await announced(scene, { rhythm: { rule: "FREQ=DAILY;COUNT=3", firstAt: inDays(1) } });
    expect(await toCome(show)).toHaveLength(3);
    await db().room.deleteMany({ where: { showId: show.showId } });
    await db().show.update({ where: { id: show.showId }, data: { endedAt: new Date() } });
    await planShows(new Date());
    expect(await toCome(show)).toEqual([]);
  });

  it("are at the same hour by the clocks of the show before and after these change", async ({ scene }) => {
    const hours = async (slug: string, zone: string, firstAt: string, now: string) => {
      const show = await showOf(scene, { slug, zone, rhythm: { rule: "FREQ=WEEKLY;BYDAY=SU", firstAt } });
      await db().room.deleteMany({ where: { showId: show.showId } });
      await inTransaction((tx) => planAhead(tx, show.showId as ShowId, new Date(now)));
      return (await show.episodes()).slice(0, 3).map(({ at }) => at);
    };
    expect(await hours("in-spring", "Europe/Berlin", "2027-03-21T21:00", "2027-03-20T00:00Z")).toEqual([
      "2027-03-21T20:00",
      "2027-03-28T19:00",
      "2027-04-04T19:00",
    ]);
    expect(await hours("in-autumn", "Europe/Berlin", "2027-10-24T21:00", "2027-10-23T00:00Z")).toEqual([
      "2027-10-24T19:00",
      "2027-10-31T20:00",
      "2027-11-07T20:00",
    ]);
    // On the night itself 02:30 is left out, and the show is at what the clocks show then.
    expect(await hours("at-night", "Europe/Berlin", "2027-03-21T02:30", "2027-03-20T00:00Z")).toEqual([
      "2027-03-21T01:30",
      "2027-03-28T01:30",
      "2027-04-04T00:30",
    ]);
  });
});

describe("one episode", () => {
  it("is moved and renamed by itself, and whoever wanted to come is told once of each", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const roomId = rooms[1]?.id as RoomId;
    const body = { title: "Sleepers", when: { at: inDays(2, "19:30"), zone: "UTC" } };
    expect((await show.by("ada", editOne, { roomId, body })).body).toMatchObject({ episode: { title: "Sleepers" } });
    expect((await show.by("ada", editOne, { roomId, body })).status).toBe(200);
    expect(await toCome(show)).toEqual([inDays(1), inDays(2, "19:30"), ...daily([3, 4, 5, 6, 7, 8])]);
    expect(await db().episode.findUniqueOrThrow({ where: { roomId } })).toMatchObject({ own: true, sequence: 1 });
    expect((await news()).toSorted()).toEqual(["moved", "renamed"]);
    const other = await db().room.findUniqueOrThrow({ where: { id: rooms[2]?.id } });
    expect(other.title).toBe("Night Trains");
  });

  it("is not moved into the past, nor changed once it has begun", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const roomId = rooms[0]?.id as RoomId;
    const past = { when: { at: inDays(-1), zone: "UTC" } };
    expect((await show.by("ada", editOne, { roomId, body: past })).body?.error).toMatchObject({
      field: "when",
      reason: "past",
    });
    await db().room.update({ where: { id: roomId }, data: { status: "live", liveAt: new Date() } });
    expect(await show.by("ada", editOne, { roomId, body: { title: "Late" } })).toMatchObject({ code: "episode_begun" });
    expect(await show.by("ada", cancel, { roomId })).toMatchObject({ code: "episode_begun" });
  });

  it("called off stays, with its reason, and the rhythm makes no other", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const roomId = rooms[2]?.id as RoomId;
    const body = { reason: "Ada is ill." };
    expect((await show.by("ada", cancel, { roomId, body })).status).toBe(204);
    expect((await show.by("ada", cancel, { roomId, body })).status).toBe(204);
    await planShows(new Date());
    expect(await toCome(show)).toEqual(daily([1, 2, 4, 5, 6, 7, 8]));
    expect((await scene.ask("dev", readEpisode, { roomId, search: "?" })).body).toMatchObject({
      status: "ended",
      cancelled: { reason: "Ada is ill." },
    });
    expect(await news()).toEqual(["cancelled"]);
  });

  it("that is a draft is left out without a trace, by whichever way", async ({ scene }) => {
    const show = await showOf(scene);
    const [first, second] = await show.episodes();
    expect((await show.by("ada", cancel, { roomId: first?.id })).status).toBe(204);
    expect((await show.by("ada", endRoom, { roomId: second?.id })).status).toBe(204);
    await planShows(new Date());
    expect(await toCome(show)).toEqual(daily([3, 4, 5, 6, 7, 8, 9, 10]));
    expect(await news()).toEqual([]);
  });

  it("planned by hand belongs to no rhythm", async ({ scene }) => {
    const body = { title: "Once", when: { at: inDays(3, "12:00"), zone: "Asia/Tokyo" }, minutes: 30 };
    const planned = await scene.ask("dev", plan, { body });
    const { id: roomId, scheduledFor } = said<{ id: string; scheduledFor: string }>(planned, "episode");
    expect(scheduledFor).toBe(`${inDays(3, "03:00")}:00.000Z`);
    expect(await scene.ask("ada", editOne, { roomId, body: { title: "Mine" } })).toMatchObject({ code: "not_allowed" });
    expect(await scene.ask("dev", editOne, { roomId, body: { title: "All", scope: "following" } })).toMatchObject({
      code: "bad_input",
    });
    const yesterday = { title: "Gone", when: { at: inDays(-1), zone: "UTC" } };
    expect(await scene.ask("dev", plan, { body: yesterday })).toMatchObject({ code: "bad_input" });
    expect(await scene.ask("dev", plan, { body: { ...body, kind: "members" } })).toMatchObject({ code: "bad_input" });
  });

  it("as a draft keeps who may come in to itself, also where its room is edited", async ({ scene }) => {
    const body = { title: "Secret", when: { at: inDays(2), zone: "UTC" }, publish: false };
    const { id: roomId } = said<{ id: string }>(await scene.ask("dev", plan, { body }), "episode");
    const changes = { kind: "social", guestsAllowed: true, title: "Less so", capacity: 50 };
    expect((await scene.ask("dev", editRoom, { roomId, body: changes })).status).toBe(200);
    expect(await db().room.findUniqueOrThrow({ where: { id: roomId }, include: { episode: true } })).toMatchObject({
      ...{ kind: "closed", guestsAllowed: false, title: "Less so", capacity: 50 },
      episode: { kind: "social", guestsAllowed: true, own: true },
    });
  });
});

describe("this and all after", () => {
  it("move alike, and those before it stay, with what was changed by itself", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const own = { when: { at: inDays(5, "10:00"), zone: "UTC" } };
    await show.by("ada", editOne, { roomId: rooms[4]?.id, body: own });
    await show.by("ada", cancel, { roomId: rooms[5]?.id });
    const body = { scope: "following", when: { at: inDays(3, "18:00"), zone: "UTC" }, minutes: 90 };
    expect((await show.by("ada", editOne, { roomId: rooms[2]?.id, body })).status).toBe(200);
    expect(await toCome(show)).toEqual([
      ...daily([1, 2]),
      ...daily([3, 4], "18:00"),
      inDays(5, "10:00"),
      ...daily([7, 8], "18:00"),
    ]);
    const kept = await show.episodes();
    expect(
      kept
        .slice(0, 8)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(rooms.map(({ id }) => id).toSorted());
    expect(kept.map(({ episode }) => episode.minutes)).toEqual([60, 60, 90, 90, 60, 60, 90, 90]);
    await planShows(new Date());
    expect(await show.episodes()).toHaveLength(8);
  });

  it("move a weekly show to another weekday, and are not doubled", async ({ scene }) => {
    const { show, rooms } = await announced(scene, { rhythm: { rule: "FREQ=WEEKLY", firstAt: inDays(1) } });
    const body = { scope: "following", when: { at: inDays(10, "20:00"), zone: "UTC" } };
    expect((await show.by("ada", editOne, { roomId: rooms[1]?.id, body })).status).toBe(200);
    const days = [10, 17, 24, 31, 38, 45, 52];
    expect(await toCome(show)).toEqual([inDays(1), ...daily(days, "20:00")]);
    expect((await show.episodes()).map(({ id }) => id)).toEqual(rooms.map(({ id }) => id));
  });

  it("are called something else from then on, those that are no rooms yet as well", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const body = { scope: "following", title: "Day Trains" };
    await show.by("ada", editOne, { roomId: rooms[6]?.id, body });
    await planShows(behind(2));
    const titles = (await show.episodes()).map(({ title }) => title);
    expect(titles).toEqual([...Array(6).fill("Night Trains"), ...Array(4).fill("Day Trains")]);
    expect((await db().show.findUniqueOrThrow({ where: { id: show.showId } })).title).toBe("Night Trains");
  });
});

describe("another rhythm", () => {
  it("moves what is to come, keeps what was changed or called off, and touches nothing past", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const past = rooms[0]?.id as RoomId;
    const yesterday = new Date(Date.now() - DAY_MS);
    await db().room.update({
      where: { id: past },
      data: { status: "ended", endedAt: yesterday, scheduledFor: yesterday, occurrence: inDays(-1) },
    });
    await show.by("ada", editOne, { roomId: rooms[3]?.id, body: { title: "Special" } });
    await show.by("ada", cancel, { roomId: rooms[4]?.id });
    const rhythm = { rule: "FREQ=DAILY", firstAt: inDays(1, "20:00") };
    expect((await show.by("ada", edit, { body: { rhythm } })).status).toBe(200);
    expect(await toCome(show)).toEqual(
      [...daily([1, 2], "20:00"), inDays(3, "20:00"), inDays(4, "21:00"), ...daily([6, 7, 8], "20:00")].toSorted(),
    );
    const after = await show.episodes();
    expect(after.find(({ id }) => id === past)).toMatchObject({
      status: "ended",
      at: yesterday.toISOString().slice(0, 16),
    });
    expect(after.find(({ id }) => id === rooms[4]?.id)?.episode.cancelledAt).not.toBeNull();
    await planShows(new Date());
    expect(await toCome(show)).toHaveLength(7);
  });

  it("that is rarer calls off what falls out, and of a draft deletes it", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    const rhythm = { rule: "FREQ=DAILY;INTERVAL=2", firstAt: inDays(1) };
    expect((await show.by("ada", edit, { body: { rhythm } })).status).toBe(200);
    expect(await toCome(show)).toEqual(daily([1, 3, 5, 7, 9, 11, 13, 15]));
    const ids = (await show.episodes()).filter(({ status }) => status === "scheduled").map(({ id }) => id);
    // Those of both rhythms are the same rooms still.
    expect(ids.slice(0, 4)).toEqual([0, 2, 4, 6].map((place) => rooms[place]?.id));
    const draft = await showOf(scene, { slug: "draft" });
    await draft.by("ada", edit, { body: { rhythm: null } });
    expect(await draft.episodes()).toEqual([]);
    await show.by("ada", edit, { body: { rhythm: null } });
    expect(await toCome(show)).toEqual([]);
  });

  it("in another zone is at the same hour there", async ({ scene }) => {
    const { show } = await announced(scene);
    expect((await show.by("ada", edit, { body: { zone: "Asia/Tokyo" } })).status).toBe(200);
    expect((await toCome(show)).slice(0, 2)).toEqual(daily([1, 2], "12:00"));
  });

  it("a show's words reach the episodes to come that have none of their own", async ({ scene }) => {
    const { show, rooms } = await announced(scene);
    await show.by("ada", editOne, { roomId: rooms[0]?.id, body: { title: "Special" } });
    const body = { title: "Owls", description: "At night.", minutes: 30, opensItself: true };
    expect((await show.by("ada", edit, { body })).body?.show).toMatchObject({ title: "Owls", slug: "night-trains" });
    const titles = (await show.episodes()).map(({ title }) => title);
    expect(titles).toEqual(["Special", ...Array(7).fill("Owls")]);
    expect((await show.episodes()).map(({ episode }) => episode.opensItself)).toEqual([false, ...Array(7).fill(true)]);
  });
});
