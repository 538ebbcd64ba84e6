import { describe, expect } from "vitest";
import { GET as readEpisodes } from "@/app/api/shows/[showId]/episodes/route";
import type { RoomId, ShowId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { clubRooms } from "@/lib/server/queries/clubs/club-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { profile } from "@/lib/server/queries/people/profile";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { search } from "@/lib/server/queries/search/search";
import { publicPaths } from "@/lib/server/queries/sharing/public-addresses";
import { announced } from "@/lib/server/queries/shows/announced";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { shows, showsOf, showsOfClub } from "@/lib/server/queries/shows/shows";
import { addClub } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import { showOf } from "@/tests/support/scenes/show-scene";
import type { Scene } from "@/tests/support/scenes/stage-scene";

type Plan = { scene: Scene; showId: ShowId; room: RoomId; club: string };
type Reader = (plan: Plan, viewer: { id: Scene["id"]["ada"] } | null) => Promise<boolean>;

const has = (rows: readonly { id: string }[], id: string): boolean => rows.some((one) => one.id === id);

/** Every reader that may show a show or its first episode. A new one is one more line. */
const READERS = {
  "its page": async ({ showId }, viewer) => (await readShow(viewer, { id: showId })) !== null,
  "all shows": async ({ showId }, viewer) =>
    has((await shows(viewer, "ffffffff-ffff-7fff-bfff-ffffffffffff")).shows, showId),
  "shows of its host": async ({ scene, showId }, viewer) => has(await showsOf(viewer, scene.id.ada), showId),
  "shows of its club": async ({ showId, club }, viewer) => has(await showsOfClub(viewer, club), showId),
  "shows on the profile": async ({ scene }, viewer) =>
    (await profile(viewer, { id: scene.id.ada }))?.shows.some(({ slug }) => slug === "night-trains") === true,
  "episodes on the profile": async ({ scene, room }, viewer) =>
    has((await profile(viewer, { id: scene.id.ada }))?.episodes ?? [], room),
  "search for shows": async (_, viewer) =>
    (await search(viewer, { q: "marmalade", kind: "shows", after: null })).shows.length > 0,
  "search for rooms": async ({ room }, viewer) =>
    has((await search(viewer, { q: "marmalade", kind: "rooms", after: null })).rooms, room),
  hallway: async ({ room }, viewer) => has(await announced(viewer, { language: "en" }, 50), room),
  "its API": async ({ room }, viewer) => viewer !== null && has(await scheduledRooms(viewer), room),
  "rooms of its club": async ({ room, club }, viewer) => has((await clubRooms(viewer, club)).upcoming, room),
  "its room": async ({ room }, viewer) => viewer !== null && (await knownRoom(viewer, room)) !== null,
  "sitemap of shows": async () => (await publicPaths("shows", null, 100)).includes("/shows/night-trains"),
  "sitemap of rooms": async ({ room }) => (await publicPaths("rooms", null, 100)).includes(`/rooms/${room}`),
} satisfies Record<string, Reader>;

const ALL = Object.keys(READERS);

async function planned(scene: Scene): Promise<Plan & { publish: () => Promise<unknown> }> {
  const club = await addClub(scene.id.ada);
  const show = await showOf(scene, { description: "About marmalade.", clubId: club });
  const [first] = await show.episodes();
  if (!first) throw new Error("nothing planned");
  return { scene, showId: show.showId, room: first.id, club, publish: show.publish };
}

async function shownTo(plan: Plan, viewer: { id: Scene["id"]["ada"] } | null): Promise<string[]> {
  const shown: string[] = [];
  for (const [name, read] of Object.entries(READERS)) if (await read(plan, viewer)) shown.push(name);
  return shown;
}

describe("a draft", () => {
  it("is shown by no reader to strangers, and to its host on the pages where it is planned", async ({ scene }) => {
    const plan = await planned(scene);
    expect.soft(await shownTo(plan, { id: scene.id.dev })).toEqual([]);
    expect.soft(await shownTo(plan, null)).toEqual([]);
    expect(await shownTo(plan, { id: scene.id.ada })).toEqual(["its page", "its room"]);
  });
});

describe("an announced show", () => {
  it("is shown by each of them, and by none to whom its host has blocked", async ({ scene }) => {
    const plan = await planned(scene);
    await plan.publish();
    expect.soft(await shownTo(plan, { id: scene.id.dev })).toEqual(ALL);
    expect.soft(await shownTo(plan, null)).toEqual(ALL.filter((name) => name !== "its API" && name !== "its room"));
    await db().block.create({ data: { blockerId: scene.id.ada, blockedId: scene.id.dev } });
    expect(await shownTo(plan, { id: scene.id.dev })).toEqual(["sitemap of shows", "sitemap of rooms"]);
    const { body } = await scene.ask("dev", readEpisodes, { showId: plan.showId, search: "?" });
    expect(body).toEqual({ toCome: [], past: [] });
  });
});
