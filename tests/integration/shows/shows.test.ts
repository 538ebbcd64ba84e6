import { describe, expect } from "vitest";
import { POST as plan } from "@/app/api/episodes/route";
import { POST as block } from "@/app/api/people/[personId]/block/route";
import { PUT as publishOne } from "@/app/api/rooms/[roomId]/episode/published/route";
import { DELETE as cancel, PATCH as editOne, GET as readEpisode } from "@/app/api/rooms/[roomId]/episode/route";
import { GET as readEpisodes } from "@/app/api/shows/[showId]/episodes/route";
import { DELETE as removeHost } from "@/app/api/shows/[showId]/hosts/[personId]/route";
import { POST as addHost } from "@/app/api/shows/[showId]/hosts/route";
import { DELETE as removePicture, PUT as setPicture } from "@/app/api/shows/[showId]/picture/route";
import { PUT as publish } from "@/app/api/shows/[showId]/published/route";
import { PATCH as edit, DELETE as end, GET as read } from "@/app/api/shows/[showId]/route";
import { POST as create, GET as list } from "@/app/api/shows/route";
import { MAX_SHOWS_LED } from "@/lib/domain/shows/show";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { db } from "@/lib/server/postgres/db";
import { search } from "@/lib/server/queries/search/search";
import { addClub } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import { inDays, said, showOf } from "@/tests/support/scenes/show-scene";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const seesIt = { search: "?" };

const handleOf = async (scene: Scene, who: CastName) =>
  (await db().person.findUniqueOrThrow({ where: { id: scene.id[who] } })).handle;

describe("a new show", () => {
  it("is a draft with its next eight episodes, of which its hosts alone know", async ({ scene }) => {
    const show = await showOf(scene);
    const episodes = await show.episodes();
    expect(episodes.map(({ at }) => at)).toEqual(Array.from({ length: 8 }, (_, day) => inDays(1 + day)));
    for (const room of episodes) {
      expect(room).toMatchObject({ title: "Night Trains", kind: "closed", guestsAllowed: false, status: "scheduled" });
      expect(room.episode).toMatchObject({ publishedAt: null, kind: "open", guestsAllowed: true, own: false });
    }
    expect((await show.by("ada", read, seesIt)).body).toMatchObject({ isDraft: true, role: "host" });
    expect((await show.by("dev", read, seesIt)).status).toBe(404);
    expect((await show.by("ada", readEpisodes, seesIt)).body?.toCome).toHaveLength(8);
    expect((await show.by("dev", readEpisodes, seesIt)).body).toEqual({ toCome: [], past: [] });
    expect((await scene.ask("dev", list, seesIt)).body?.shows).toEqual([]);
  });

  it("takes an address from everybody, and none that passes for the house or a page", async ({ scene }) => {
    await showOf(scene);
    const again = (slug: string) => scene.ask("ben", create, { body: { title: "Other", slug, zone: "UTC" } });
    for (const slug of ["night-trains", "new", "plenum", "plen-um"])
      expect(await again(slug)).toMatchObject({ status: 409, code: "slug_taken" });
    for (const slug of ["x", "Night", "-night", "night trains"])
      expect(await again(slug)).toMatchObject({ status: 422, code: "bad_input" });
    const both = await Promise.all([again("same"), again("same")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it("ends at so many shows of one host", async ({ scene }) => {
    const rows = Array.from({ length: MAX_SHOWS_LED - 1 }, (_, place) => ({
      slug: `of-ben-${place}`,
      title: "One",
      language: "en",
    }));
    await db().show.createMany({ data: rows });
    const made = await db().show.findMany({ select: { id: true } });
    await db().showHost.createMany({ data: made.map(({ id }) => ({ showId: id, personId: scene.id.ben })) });
    const another = (slug: string) => scene.ask("ben", create, { body: { title: "More", slug, zone: "UTC" } });
    const both = await Promise.all([another("one"), another("two")]);
    expect(both.map(({ code }) => code).filter(Boolean)).toEqual(["shows_full"]);
  });

  it("says what does not fit, and opens in no club that its maker is not in", async ({ scene }) => {
    const made = (fields: object) =>
      scene.ask("dev", create, { body: { title: "Owls", slug: "owls", zone: "UTC", ...fields } });
    const field = async (fields: object) => said<{ field?: string }>(await made(fields), "error").field;
    expect(await field({ title: " " })).toBe("title");
    expect(await field({ zone: "Moon/Sea" })).toBe("zone");
    expect(await field({ rhythm: { rule: "FREQ=HOURLY", firstAt: inDays(1) } })).toBe("rhythm.rule");
    expect(await field({ rhythm: { rule: "FREQ=DAILY", firstAt: "2026-02-31T21:00" } })).toBe("rhythm.firstAt");
    expect(await field({ minutes: 1 })).toBe("minutes");
    expect(await field({ kind: "members" })).toBe("kind");
    expect((await made({ clubId: await addClub(scene.id.ada) })).status).toBe(404);
    expect(await db().show.count()).toBe(0);
  });
});

describe("publishing", () => {
  it("tells everybody of the show and of all of its episodes, once", async ({ scene }) => {
    const show = await showOf(scene, { topics: ["Sleepers"] });
    const find = async (q: string) => (await search({ id: scene.id.dev }, { q, kind: "shows", after: null })).shows;
    expect(await find("sleepers")).toEqual([]);
    expect((await show.publish()).status).toBe(204);
    expect((await show.publish()).status).toBe(204);
    for (const room of await show.episodes()) {
      expect(room).toMatchObject({ kind: "open", guestsAllowed: true });
      expect(room.episode.publishedAt).not.toBeNull();
    }
    expect((await show.by("dev", read, seesIt)).body).toMatchObject({ isDraft: false, role: null });
    expect((await show.by("dev", readEpisodes, seesIt)).body?.toCome).toHaveLength(8);
    expect(await find("sleepers")).toMatchObject([{ slug: "night-trains" }]);
  });

  it("one episode waits for its show, and a draft in a show that is there is announced by itself", async ({
    scene,
  }) => {
    const show = await showOf(scene);
    const [first] = await show.episodes();
    expect(await show.by("ada", publishOne, { roomId: first?.id })).toMatchObject({ code: "show_is_draft" });
    await show.publish();
    const body = { showId: show.showId, title: "Extra", when: { at: inDays(2, "12:00"), zone: "UTC" }, publish: false };
    const planned = await scene.ask("ada", plan, { body });
    expect(planned).toMatchObject({ status: 201, body: { episode: { isDraft: true, kind: "open" } } });
    const { id: roomId } = said<{ id: string }>(planned, "episode");
    expect((await scene.ask("dev", readEpisode, { roomId, ...seesIt })).status).toBe(404);
    expect((await scene.ask("ada", publishOne, { roomId })).status).toBe(204);
    expect((await scene.ask("dev", readEpisode, { roomId, ...seesIt })).body).toMatchObject({ title: "Extra" });
  });
});

/** Each act on a show and its first episode, and what it answers to whom. */
describe("who may do what", () => {
  const ACTS = {
    publishShow: [publish, {}],
    editShow: [edit, { title: "Renamed" }],
    changeHosts: [addHost, { handle: "", role: "cohost" }],
    picture: [removePicture, {}],
    editEpisode: [editOne, { title: "Moved" }],
    publishEpisode: [publishOne, {}],
    cancelEpisode: [cancel, {}],
    planEpisode: [plan, { title: "More", when: { at: inDays(3, "10:00"), zone: "UTC" } }],
    endShow: [end, {}],
  } as const;

  it.for(["draft", "announced"] as const)("of a show that is %s", async (state, { scene }) => {
    const show = await showOf(scene);
    expect((await show.by("ada", addHost, { body: { handle: await handleOf(scene, "ben") } })).status).toBe(204);
    if (state === "announced") await show.publish();
    const [first] = await show.episodes();
    const answered = async (who: CastName) => {
      const answers: Record<string, number> = {};
      for (const [name, [route, given]] of Object.entries(ACTS)) {
        const handle = await handleOf(scene, "finn");
        const body = { ...given, ...("handle" in given && { handle }), ...(route === plan && { showId: show.showId }) };
        answers[name] = (await show.by(who, route, { roomId: first?.id, body })).status;
      }
      return answers;
    };
    const all = (status: number) => Object.fromEntries(Object.keys(ACTS).map((name) => [name, status]));
    expect(await answered("dev")).toEqual(all(state === "draft" ? 404 : 403));
    expect(await show.episodes()).toHaveLength(8);
    expect(await answered("ben")).toEqual({
      ...{ publishShow: 403, changeHosts: 403, endShow: 403 },
      ...{ editShow: 200, picture: 204, editEpisode: 200, cancelEpisode: 204, planEpisode: 201 },
      publishEpisode: state === "draft" ? 409 : 204,
    });
    expect((await show.by("ada", end)).status).toBe(204);
  });

  it("a stranger sends no picture in, and nothing that is none is taken", async ({ scene }) => {
    const show = await showOf(scene);
    expect((await show.by("dev", setPicture)).status).toBe(404);
    expect(await show.by("ada", setPicture)).toMatchObject({ code: "not_a_picture" });
  });
});

describe("hosts", () => {
  it("are added by handle, see drafts from then on, and go again by themselves", async ({ scene }) => {
    const show = await showOf(scene);
    const add = async (who: CastName, role: string) =>
      show.by("ada", addHost, { body: { handle: await handleOf(scene, who), role } });
    expect((await add("ben", "cohost")).status).toBe(204);
    const [first] = await show.episodes();
    expect((await scene.ask("ben", readEpisode, { roomId: first?.id, ...seesIt })).body).toMatchObject({
      role: "cohost",
      isDraft: true,
      hosts: [
        { name: "ada", role: "host" },
        { name: "ben", role: "cohost" },
      ],
    });
    expect(await show.by("ada", removeHost, { whom: "ada" })).toMatchObject({ code: "last_host" });
    expect(await add("ada", "cohost")).toMatchObject({ code: "last_host" });
    expect(await show.by("ben", removeHost, { whom: "ada" })).toMatchObject({ code: "not_allowed" });
    expect((await show.by("ben", removeHost, { whom: "ben" })).status).toBe(204);
    expect((await scene.ask("ben", readEpisode, { roomId: first?.id, ...seesIt })).status).toBe(404);
    expect((await show.by("ben", read, seesIt)).status).toBe(404);
    expect((await show.by("ada", addHost, { body: { handle: "nobody_here" } })).status).toBe(404);
  });

  it("what a host planned is another host's once they go", async ({ scene }) => {
    const show = await showOf(scene);
    await show.by("ada", addHost, { body: { handle: await handleOf(scene, "ben"), role: "host" } });
    expect((await show.by("ben", removeHost, { whom: "ada" })).status).toBe(204);
    for (const room of await show.episodes()) expect(room.createdById).toBe(scene.id.ben);
    expect((await show.by("ada", readEpisodes, seesIt)).body).toEqual({ toCome: [], past: [] });
  });

  it("nobody finds a show of somebody with whom they have a block", async ({ scene }) => {
    const show = await showOf(scene);
    await show.publish();
    expect((await show.by("dev", read, seesIt)).status).toBe(200);
    await scene.ask("ada", block, { personId: scene.id.dev });
    expect((await show.by("dev", read, seesIt)).status).toBe(404);
    expect((await show.by("dev", readEpisodes, seesIt)).body).toEqual({ toCome: [], past: [] });
    expect((await show.by("ada", addHost, { body: { handle: await handleOf(scene, "dev") } })).status).toBe(404);
  });
});

describe("the end", () => {
  it("calls off what is to come with the reason, and its page stays", async ({ scene }) => {
    const show = await showOf(scene);
    await show.publish();
    expect((await show.by("ada", end, { body: { reason: "The line is closed." } })).status).toBe(204);
    for (const room of await show.episodes()) {
      expect(room).toMatchObject({ status: "ended" });
      expect(room.episode).toMatchObject({ cancelReason: "The line is closed.", cancelledById: scene.id.ada });
    }
    expect((await show.by("dev", read, seesIt)).body?.endedAt).not.toBeNull();
    expect(await show.by("ada", edit, { body: { title: "Again" } })).toMatchObject({ code: "show_ended" });
    expect((await scene.ask("dev", list, seesIt)).body?.shows).toEqual([]);
    expect(await db().episodeNews.count({ where: { kind: "cancelled" } })).toBe(8);
  });

  it("of a draft leaves nothing, and its address is free again", async ({ scene }) => {
    const show = await showOf(scene);
    expect((await show.by("ada", end)).status).toBe(204);
    expect(await show.episodes()).toEqual([]);
    await showOf(scene);
  });
});

describe("an account that goes", () => {
  it("leaves its show to a cohost, and what it planned alone is called off", async ({ scene }) => {
    const show = await showOf(scene);
    await show.by("ada", addHost, { body: { handle: await handleOf(scene, "ben") } });
    await show.publish();
    const body = { title: "Alone", when: { at: inDays(2), zone: "UTC" } };
    const { id: alone } = said<{ id: string }>(await scene.ask("ada", plan, { body }), "episode");
    await db().person.update({ where: { id: scene.id.ada }, data: { givenUpAt: new Date() } });
    await eraseAccount(scene.id.ada);
    expect(await db().showHost.findMany({ where: { showId: show.showId } })).toMatchObject([
      { personId: scene.id.ben, role: "host" },
    ]);
    for (const room of await show.episodes())
      expect(room).toMatchObject({ status: "scheduled", createdById: scene.id.ben });
    expect(await db().room.findUniqueOrThrow({ where: { id: alone }, include: { episode: true } })).toMatchObject({
      status: "ended",
      episode: { cancelReason: "", cancelledById: null },
    });
  });

  it("ends a show that nobody else leads", async ({ scene }) => {
    const show = await showOf(scene);
    await show.publish();
    await db().person.update({ where: { id: scene.id.ada }, data: { givenUpAt: new Date() } });
    await eraseAccount(scene.id.ada);
    expect((await db().show.findUniqueOrThrow({ where: { id: show.showId } })).endedAt).not.toBeNull();
    for (const room of await show.episodes()) expect(room.episode.cancelledAt).not.toBeNull();
  });
});
