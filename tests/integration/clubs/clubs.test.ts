import { describe, expect } from "vitest";
import { PUT as passOn } from "@/app/api/clubs/[clubId]/founder/route";
import { DELETE as decline } from "@/app/api/clubs/[clubId]/invitation/route";
import { DELETE as uninvite } from "@/app/api/clubs/[clubId]/invitations/[personId]/route";
import { POST as invite } from "@/app/api/clubs/[clubId]/invitations/route";
import { PATCH as changeRole, DELETE as remove } from "@/app/api/clubs/[clubId]/members/[personId]/route";
import { GET as members } from "@/app/api/clubs/[clubId]/members/route";
import { POST as join, DELETE as leave } from "@/app/api/clubs/[clubId]/membership/route";
import { POST as ask, DELETE as withdraw } from "@/app/api/clubs/[clubId]/request/route";
import { PUT as approve, DELETE as refuse } from "@/app/api/clubs/[clubId]/requests/[personId]/route";
import { DELETE as close, PATCH as edit, GET as read } from "@/app/api/clubs/[clubId]/route";
import { GET as waiting } from "@/app/api/clubs/[clubId]/waiting/route";
import { POST as found, GET as list } from "@/app/api/clubs/route";
import { POST as block, DELETE as unblock } from "@/app/api/people/[personId]/block/route";
import { MAX_CLUBS_FOUNDED } from "@/lib/domain/clubs/club";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { db } from "@/lib/server/postgres/db";
import { clubPicture } from "@/lib/server/preview-card/club-picture";
import { clubs, myClubs } from "@/lib/server/queries/clubs/clubs";
import { profile } from "@/lib/server/queries/people/profile";
import { search } from "@/lib/server/queries/search/search";
import { publicPaths } from "@/lib/server/queries/sharing/public-addresses";
import type { ClubMemberPage, ClubPage } from "@/lib/wire/clubs/views";
import { addClub, addCrowd, addRoom } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Route, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada's club, and what somebody does about it, to somebody where it is about one. */
async function clubOf(scene: Scene, fields: object = {}) {
  const body = { name: "Night Trains", handle: "night_trains", ...fields };
  const founded = await scene.ask("ada", found, { body });
  expect(founded.status).toBe(201);
  const { id: clubId } = await db().club.findUniqueOrThrow({ where: { handle: body.handle } });
  const by = async (
    who: CastName,
    route: Route,
    whom?: CastName | null,
    more: { body?: object; search?: string } = {},
  ) => scene.ask(who, route, { clubId, ...(whom && { personId: scene.id[whom] }), ...more });
  const see = async (who: CastName) => (await by(who, read, null, { search: "?" })).body;
  const role = async (who: CastName) => (await see(who))?.role;
  const handle = async (who: CastName) =>
    (await db().person.findUniqueOrThrow({ where: { id: scene.id[who] } })).handle;
  const inviteBy = async (who: CastName, whom: CastName) =>
    by(who, invite, null, { body: { handle: await handle(whom) } });
  const page = async (who: CastName, search = "?") =>
    (await by(who, members, null, { search })).body as unknown as ClubMemberPage;
  const named = async (who: CastName) => (await page(who)).people.map((one) => `${one.name} ${one.role}`);
  return { clubId, by, see, role, handle, inviteBy, page, named };
}

const seesIt = { search: "?" };

describe("founding", () => {
  it("makes its founder the first member, and the club is found by everybody", async ({ scene }) => {
    const club = await clubOf(scene, { topics: ["Trains"], rules: "Be kind." });
    expect(await club.see("ada")).toMatchObject({ role: "founder", wayIn: "member", members: 1, requests: 0 });
    expect(await club.see("dev")).toMatchObject({
      role: null,
      wayIn: "join",
      members: 1,
      requests: null,
      rules: "Be kind.",
    });
    expect((await scene.ask("dev", list, seesIt)).body?.clubs).toMatchObject([{ handle: "night_trains", members: 1 }]);
  });

  it("takes a handle from everybody, also once it is closed, and none that passes for the house or a page", async ({
    scene,
  }) => {
    const club = await clubOf(scene);
    const again = (handle: string, name = "Others") => scene.ask("ben", found, { body: { name, handle } });
    expect(await again("night_trains")).toMatchObject({ status: 409, code: "handle_taken" });
    expect((await club.by("ada", close)).status).toBe(204);
    for (const handle of ["night_trains", "new", "plenum", "support"])
      expect(await again(handle)).toMatchObject({ code: "handle_taken" });
    expect(await again("fine", "Plenum Support")).toMatchObject({ code: "bad_input" });
    expect(await again("Not fine")).toMatchObject({ code: "bad_input" });
    const [one, two] = await Promise.all([again("same"), again("same")]);
    expect([one.status, two.status].toSorted()).toEqual([201, 409]);
  });

  it("ends at so many clubs of one founder, who may not be given another one either", async ({ scene }) => {
    const club = await clubOf(scene);
    for (let place = 0; place < MAX_CLUBS_FOUNDED - 1; place++) await addClub(scene.id.ben, `club_${place}`);
    const another = (handle: string) => scene.ask("ben", found, { body: { name: "One more", handle } });
    const [one, two] = await Promise.all([another("one_more"), another("and_another")]);
    expect([one.code, two.code].filter(Boolean)).toEqual(["clubs_full"]);
    await club.by("ben", join);
    const body = { personId: scene.id.ben };
    expect(await club.by("ada", passOn, null, { body })).toMatchObject({ code: "clubs_full" });
    expect(await club.role("ada")).toBe("founder");
  });
});

describe("coming in", () => {
  it("an open club is joined once, however often and at once", async ({ scene }) => {
    const club = await clubOf(scene);
    const joined = await Promise.all([club.by("dev", join), club.by("dev", join), club.by("finn", join)]);
    expect(joined.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await club.by("dev", join)).body).toEqual({ role: "member", wayIn: "member", members: 3 });
    expect(await club.by("gil", ask)).toMatchObject({ status: 403 });
    expect(await db().clubMember.count()).toBe(3);
  });

  it("by approval: who asks waits, is let in by an admin, or refused", async ({ scene }) => {
    const club = await clubOf(scene, { admission: "approval" });
    expect(await club.by("dev", join)).toMatchObject({ code: "not_allowed" });
    expect((await club.by("dev", ask)).body).toMatchObject({ wayIn: "asked", role: null });
    await club.by("dev", ask);
    await club.by("finn", ask);
    expect(await club.see("ada")).toMatchObject({ requests: 2, members: 1 });
    expect((await club.by("ada", waiting, null, seesIt)).body).toMatchObject({
      requests: [{ name: "dev" }, { name: "finn" }],
      invited: [],
    });
    expect((await club.by("dev", waiting, null, seesIt)).status).toBe(404);
    expect(await club.by("dev", approve, "dev")).toMatchObject({ code: "not_allowed" });
    const [one, two] = await Promise.all([club.by("ada", approve, "dev"), club.by("ada", approve, "dev")]);
    expect([one.status, two.status].toSorted()).toEqual([204, 404]);
    expect((await club.by("ada", refuse, "finn")).status).toBe(204);
    expect(await club.see("finn")).toMatchObject({ wayIn: "ask" });
    expect(await club.role("dev")).toBe("member");
    expect(await club.see("ada")).toMatchObject({ requests: 0, members: 2 });
  });

  it("who takes the request back is let in by nobody", async ({ scene }) => {
    const club = await clubOf(scene, { admission: "approval" });
    await club.by("dev", ask);
    expect((await club.by("dev", withdraw)).body).toMatchObject({ wayIn: "ask" });
    expect((await club.by("ada", approve, "dev")).status).toBe(404);
    expect(await club.role("dev")).toBeNull();
  });

  it("by invitation: the invited come in, once they accept, and nobody else does", async ({ scene }) => {
    const club = await clubOf(scene, { admission: "invitation" });
    for (const route of [join, ask]) expect(await club.by("dev", route)).toMatchObject({ code: "not_allowed" });
    expect(await club.inviteBy("dev", "finn")).toMatchObject({ code: "not_allowed" });
    expect((await club.inviteBy("ada", "dev")).status).toBe(204);
    expect((await club.inviteBy("ada", "dev")).status).toBe(204);
    expect(await club.see("dev")).toMatchObject({ wayIn: "accept", role: null });
    expect(await myClubs({ id: scene.id.dev })).toMatchObject([
      { handle: "night_trains", role: null, wayIn: "accept" },
    ]);
    expect((await club.by("dev", join)).body).toMatchObject({ role: "member", members: 2 });
    expect(await db().clubInvitation.count()).toBe(0);
    await club.inviteBy("ada", "finn");
    expect((await club.by("finn", decline)).body).toMatchObject({ wayIn: "none" });
    await club.inviteBy("ada", "gil");
    expect((await club.by("ada", uninvite, "gil")).status).toBe(204);
    expect(await club.by("gil", join)).toMatchObject({ code: "not_allowed" });
    expect(await club.by("ada", invite, null, { body: { handle: "nobody_here" } })).toMatchObject({ status: 404 });
  });

  it("whoever asked is in by an invitation", async ({ scene }) => {
    const club = await clubOf(scene, { admission: "approval" });
    await club.by("dev", ask);
    await club.inviteBy("ada", "dev");
    expect(await club.role("dev")).toBe("member");
    expect(await db().clubRequest.count()).toBe(0);
  });
});

describe("roles", () => {
  it("the founder makes admins, who let people in and remove members, and not each other", async ({ scene }) => {
    const club = await clubOf(scene);
    for (const who of ["ben", "cleo", "dev"] as const) await club.by(who, join);
    const admin = { body: { role: "admin" } };
    expect(await club.by("ben", changeRole, "cleo", admin)).toMatchObject({ code: "not_allowed" });
    for (const who of ["ben", "cleo"] as const) expect((await club.by("ada", changeRole, who, admin)).status).toBe(204);
    expect(await club.named("dev")).toEqual(["ada founder", "ben admin", "cleo admin", "dev member"]);
    for (const [who, whom] of [
      ["ben", "cleo"],
      ["ben", "ada"],
      ["dev", "ben"],
      ["ada", "ada"],
    ] as const)
      expect(await club.by(who, remove, whom)).toMatchObject({ code: "not_allowed" });
    for (const whom of ["dev", "dev"] as const) expect((await club.by("ben", remove, whom)).status).toBe(204);
    expect((await club.by("ben", remove, "gil")).status).toBe(404);
    expect((await club.by("ben", changeRole, "ben", { body: { role: "member" } })).status).toBe(204);
    expect(await club.named("dev")).toEqual(["ada founder", "cleo admin", "ben member"]);
    expect(await club.by("ben", edit, null, { body: { rules: "Mine" } })).toMatchObject({ code: "not_allowed" });
    expect((await club.by("cleo", edit, null, { body: { rules: "Ours" } })).body).toMatchObject({
      club: { rules: "Ours" },
    });
  });

  it("who was removed comes back by an invitation alone", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.by("dev", join);
    await club.by("ada", remove, "dev");
    for (const route of [join, ask]) expect(await club.by("dev", route)).toMatchObject({ code: "not_allowed" });
    await club.inviteBy("ada", "dev");
    expect((await club.by("dev", join)).body).toMatchObject({ role: "member" });
    expect((await club.by("dev", leave)).body).toMatchObject({ role: null, wayIn: "join" });
  });

  it("the founder goes once the club is passed on, and closes it by themselves alone", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.by("ben", join);
    expect(await club.by("ada", leave)).toMatchObject({ status: 409, code: "pass_on_first" });
    const to = (who: CastName) => ({ body: { personId: scene.id[who] } });
    expect(await club.by("ben", passOn, null, to("ben"))).toMatchObject({ code: "not_allowed" });
    expect((await club.by("ada", passOn, null, to("dev"))).status).toBe(404);
    expect(await club.by("ada", passOn, null, to("ada"))).toMatchObject({ code: "not_allowed" });
    expect((await club.by("ada", passOn, null, to("ben"))).status).toBe(204);
    expect(await club.named("ada")).toEqual(["ben founder", "ada admin"]);
    expect(await club.by("ada", close)).toMatchObject({ code: "not_allowed" });
    expect((await club.by("ada", leave)).body).toMatchObject({ role: null });
    expect((await club.by("ben", close)).status).toBe(204);
    for (const who of ["ada", "ben"] as const)
      expect(await club.by(who, read, null, seesIt)).toMatchObject({ status: 404 });
    expect((await scene.ask("ada", list, seesIt)).body?.clubs).toEqual([]);
    expect(await db().clubMember.count()).toBe(0);
  });

  it("has one founder, however it is passed on, left and closed at the same moment", async ({ scene }) => {
    for (let round = 0; round < 6; round++) {
      const club = await clubOf(scene, { handle: `round_${round}` });
      for (const who of ["ben", "cleo"] as const) await club.by(who, join);
      const to = (who: CastName) => ({ body: { personId: scene.id[who] } });
      await Promise.all([
        club.by("ada", passOn, null, to("ben")),
        club.by("ben", leave),
        club.by("ada", leave),
        club.by("ada", passOn, null, to("cleo")),
        club.by("dev", join),
      ]);
      const founders = await db().clubMember.findMany({ where: { clubId: club.clubId, role: "founder" } });
      expect(founders).toHaveLength(1);
    }
  });

  it("nobody comes into a club that closes", async ({ scene }) => {
    for (let round = 0; round < 6; round++) {
      const club = await clubOf(scene, { handle: `round_${round}` });
      const [closed] = await Promise.all([club.by("ada", close), club.by("dev", join), club.by("finn", join)]);
      expect(closed.status).toBe(204);
      expect(await db().clubMember.count({ where: { clubId: club.clubId } })).toBe(0);
    }
  });
});

describe("who is seen in a club", () => {
  it("is counted and listed alike: nobody who is banned, gone, or blocked", async ({ scene }) => {
    const club = await clubOf(scene);
    for (const who of ["ben", "cleo", "dev", "finn", "gil"] as const) await club.by(who, join);
    expect(await club.see("ben")).toMatchObject({ members: 6 });
    await db().person.update({ where: { id: scene.id.cleo }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: scene.id.dev }, data: { givenUpAt: new Date() } });
    await scene.ask("ben", block, { personId: scene.id.finn });
    expect(await club.named("ben")).toEqual(["ada founder", "ben member", "gil member"]);
    expect(await club.see("ben")).toMatchObject({ members: 3 });
    expect(await club.see("finn")).toMatchObject({ members: 3 });
    expect(await club.see("gil")).toMatchObject({ members: 4 });
    const { clubs } = await search({ id: scene.id.ben }, { q: "nigth trains", kind: null, after: null });
    expect(clubs).toEqual([{ handle: "night_trains", name: "Night Trains", members: 3, isMember: true }]);
  });

  it("is paged by key, everybody once", async ({ scene }) => {
    const club = await clubOf(scene);
    const crowd = await addCrowd(130);
    await db().clubMember.createMany({ data: crowd.map((personId) => ({ clubId: club.clubId, personId })) });
    const seen: string[] = [];
    let search: string | null = "?";
    while (search !== null) {
      const { people, next }: ClubMemberPage = await club.page("dev", search);
      seen.push(...people.map(({ id }) => id));
      search = next && `?after=${next}`;
    }
    expect(seen).toHaveLength(131);
    expect(new Set(seen).size).toBe(131);
    expect(seen[0]).toBe(scene.id.ada);
  });

  it("a block with the founder ends all between the club and the other, until it is lifted", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.by("dev", join);
    await scene.ask("dev", block, { personId: scene.id.ada });
    for (const route of [join, leave, ask]) expect((await club.by("dev", route)).status).toBe(404);
    expect((await club.by("dev", read, null, seesIt)).status).toBe(404);
    expect((await scene.ask("dev", list, seesIt)).body?.clubs).toEqual([]);
    const found = await search({ id: scene.id.dev }, { q: "night trains", kind: "clubs", after: null });
    expect(found.clubs).toEqual([]);
    expect((await club.inviteBy("ada", "dev")).status).toBe(404);
    await club.by("ben", join);
    await club.by("ada", changeRole, "ben", { body: { role: "admin" } });
    expect((await club.inviteBy("ben", "dev")).status).toBe(404);
    expect(await club.see("ada")).toMatchObject({ members: 2 });
    await scene.ask("dev", unblock, { personId: scene.id.ada });
    expect(await club.see("dev")).toMatchObject({ wayIn: "join" });
  });

  it("a block and a joining at the same moment leave no member behind", async ({ scene }) => {
    const club = await clubOf(scene);
    for (let round = 0; round < 8; round++) {
      await Promise.all([club.by("dev", join), scene.ask("ada", block, { personId: scene.id.dev })]);
      expect(await db().clubMember.count({ where: { personId: scene.id.dev } })).toBe(0);
      await scene.ask("ada", unblock, { personId: scene.id.dev });
    }
  });
});

describe("a club as everybody sees it", () => {
  const drawing = {
    hall: () => ({ dots: [], lights: [] }),
    words: async () => ({ status: "", stage: "", address: "" }),
  };

  it("has a picture of its own until it closes; none of what is not there", async ({ scene }) => {
    const nothing = await clubPicture("no_such_club", drawing);
    const club = await clubOf(scene);
    const picture = await clubPicture("night_trains", drawing);
    expect(picture.equals(nothing)).toBe(false);
    await club.by("ada", edit, null, { body: { name: "Day Trains" } });
    expect((await clubPicture("night_trains", drawing)).equals(picture)).toBe(false);
    await club.by("ada", close);
    expect((await clubPicture("night_trains", drawing)).equals(nothing)).toBe(true);
  });

  it("stands in the sitemap until it closes", async ({ scene }) => {
    const club = await clubOf(scene, { admission: "invitation" });
    expect(await publicPaths("clubs", null, 10)).toEqual(["/clubs/night_trains"]);
    await club.by("ada", close);
    expect(await publicPaths("clubs", null, 10)).toEqual([]);
  });

  it("stands on the pages of its members, for those who may know of it", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.by("ben", join);
    await scene.ask("gil", block, { personId: scene.id.ada });
    const clubsOn = async (viewer: CastName) => (await profile({ id: scene.id[viewer] }, { id: scene.id.ben }))?.clubs;
    expect(await clubsOn("dev")).toEqual([{ id: club.clubId, handle: "night_trains", name: "Night Trains" }]);
    expect(await clubsOn("gil")).toEqual([]);
  });
});

describe("a founder who deletes their account", () => {
  const goes = async (scene: Scene, who: CastName) => {
    const givenUpAt = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
    await db().person.update({ where: { id: scene.id[who] }, data: { givenUpAt } });
    await eraseAccount(scene.id[who]);
  };

  it("leaves the club to whoever is an admin longest, then to whoever is a member longest", async ({ scene }) => {
    const club = await clubOf(scene);
    for (const who of ["ben", "cleo", "dev"] as const) await club.by(who, join);
    await club.by("ada", changeRole, "cleo", { body: { role: "admin" } });
    await goes(scene, "ada");
    expect(await club.named("dev")).toEqual(["cleo founder", "ben member", "dev member"]);
    await db().person.update({ where: { id: scene.id.ben }, data: { bannedAt: new Date() } });
    await goes(scene, "cleo");
    expect(await club.named("dev")).toEqual(["dev founder"]);
  });

  it("closes it where nobody is left", async ({ scene }) => {
    const club = await clubOf(scene);
    await goes(scene, "ada");
    expect((await club.by("dev", read, null, seesIt)).status).toBe(404);
    expect(await db().club.findUniqueOrThrow({ where: { id: club.clubId } })).toMatchObject({ closedById: null });
  });
});

describe("the list of clubs", () => {
  it("begins with those that have live rooms, then the greatest, the newest of alike, a page at a time", async ({
    scene,
  }) => {
    const crowd = await addCrowd(40);
    const made: string[] = [];
    for (const [place, founder] of crowd.entries()) made.push(await addClub(founder, `club_${place}`));
    const [great, small, hidden] = [made[3] ?? "", made[5] ?? "", made[7] ?? ""];
    const joins = [great, great, small].map((clubId, place) => ({ clubId, personId: crowd[20 + place] ?? "" }));
    await db().clubMember.createMany({ data: joins });
    const live = made[9] ?? "";
    await addRoom({ createdById: scene.id.ada, clubId: live });
    await addRoom({ createdById: scene.id.ada, clubId: hidden, kind: "members" });
    const others = made.filter((id) => ![great, small, live].includes(id)).toReversed();
    const all = async (who: CastName | null) => {
      const ids: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page: ClubPage = await clubs(who && { id: scene.id[who] }, after ?? null);
        ids.push(...page.clubs.map(({ id }) => id));
        after = page.next;
      }
      return ids;
    };
    expect(await all("dev")).toEqual([live, great, small, ...others]);
    expect(await all(null)).toEqual([live, great, small, ...others]);
    // Of the room for members Ada knows, whose it is.
    expect((await all("ada")).slice(0, 4)).toEqual([live, hidden, great, small]);
    const first = await clubs({ id: scene.id.dev }, null);
    expect(await clubs({ id: scene.id.dev }, "1.x.nothing")).toEqual(first);
    const { body } = await scene.ask("dev", list, { search: `?after=${first.next}` });
    expect((body as unknown as ClubPage).clubs.length).toBe(40 - first.clubs.length);
  });
});

it("ids of nothing and of what one may not know of answer alike", async ({ scene }) => {
  for (const clubId of ["nothing", scene.roomId]) {
    for (const route of [read, join, leave, ask, close]) {
      const search = route === read ? "?" : "";
      expect(await scene.ask("dev", route, { clubId, search })).toMatchObject({ status: 404, code: "not_found" });
    }
  }
});
