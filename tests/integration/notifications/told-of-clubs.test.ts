import { describe, expect } from "vitest";
import { POST as invite } from "@/app/api/clubs/[clubId]/invitations/route";
import { POST as join } from "@/app/api/clubs/[clubId]/membership/route";
import { POST as request, DELETE as withdraw } from "@/app/api/clubs/[clubId]/request/route";
import { PUT as approve } from "@/app/api/clubs/[clubId]/requests/[personId]/route";
import { PUT as mute } from "@/app/api/me/notification-mutes/[personId]/route";
import { PATCH as change } from "@/app/api/me/notifications/settings/route";
import type { ClubAdmission } from "@/lib/domain/clubs/club";
import { PEOPLE_CHANNEL } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { digestNews } from "@/lib/server/queries/notifications/digest-news";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { addClub, addCrowd, FROM_ALL_TIME, wantsMail } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada's club, of which Ben is an admin and Cleo a member. */
async function clubOf(scene: Scene, admission: ClubAdmission = "approval") {
  const clubId = await addClub(scene.id.ada);
  await db().club.update({ where: { id: clubId }, data: { admission } });
  await db().clubMember.createMany({
    data: [
      { clubId, personId: scene.id.ben, role: "admin" },
      { clubId, personId: scene.id.cleo },
    ],
  });
  const inviteBy = async (who: CastName, whom: CastName) => {
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id[whom] } });
    expect((await scene.ask(who, invite, { clubId, body: { handle } })).status).toBe(204);
  };
  const ask = async (who: CastName) => {
    expect((await scene.ask(who, request, { clubId })).status).toBe(200);
  };
  const letIn = async (who: CastName, whom: CastName) => {
    expect((await scene.ask(who, approve, { clubId, personId: scene.id[whom] })).status).toBe(204);
  };
  return { clubId, inviteBy, ask, letIn };
}

/** What somebody is told, in list and mail alike, and as many as are counted. */
async function told(scene: Scene, who: CastName): Promise<string[]> {
  const id = scene.id[who];
  const { notifications } = await myNotifications({ id }, null);
  const { unread } = await unreadNotifications({ id });
  expect(unread).toBe(notifications.filter((one) => one.unread).length);
  return notifications.map(({ person, others, club }) => `${person.name} ${club?.news} ${others}`);
}

describe("news of a club", () => {
  it("is an invitation, for as long as it stands, and leads to the club", async ({ scene }) => {
    const club = await clubOf(scene, "invitation");
    await club.inviteBy("ben", "dev");
    await club.inviteBy("ada", "dev");
    expect((await myNotifications({ id: scene.id.dev }, null)).notifications).toMatchObject([
      {
        kind: "club",
        person: { id: scene.id.ben },
        room: null,
        club: { id: club.clubId, handle: "night_trains", news: "invited" },
        unread: true,
      },
    ]);
    expect(await told(scene, "dev")).toEqual(["ben invited 0"]);
    expect(await told(scene, "finn")).toEqual([]);
    expect((await scene.ask("dev", join, { clubId: club.clubId })).status).toBe(200);
    expect(await told(scene, "dev")).toEqual([]);
  });

  it("is who asks to be let in, for founder and admins, the ones of a day as one", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.ask("dev");
    await club.ask("finn");
    await club.ask("finn");
    for (const who of ["ada", "ben"] as const) expect(await told(scene, who)).toEqual(["finn asked 1"]);
    for (const who of ["cleo", "gil", "dev"] as const) expect(await told(scene, who)).toEqual([]);
    expect((await scene.ask("finn", withdraw, { clubId: club.clubId })).status).toBe(200);
    expect(await told(scene, "ada")).toEqual(["dev asked 0"]);
  });

  it("is that somebody was let in who had asked, by an answer or an invitation, and not that they joined", async ({
    scene,
  }) => {
    const club = await clubOf(scene);
    await club.ask("dev");
    await club.ask("finn");
    await club.letIn("ben", "dev");
    await club.inviteBy("ada", "finn");
    expect(await told(scene, "dev")).toEqual(["ben let_in 0"]);
    expect(await told(scene, "finn")).toEqual(["ada let_in 0"]);
    expect(await told(scene, "ada")).toEqual([]);
    await db().club.updateMany({ data: { admission: "open" } });
    expect((await scene.ask("gil", join, { clubId: club.clubId })).status).toBe(200);
    expect(await told(scene, "gil")).toEqual([]);
  });

  it("stands in the mail of what somebody missed, unless they want it in none", async ({ scene }) => {
    const club = await clubOf(scene);
    await wantsMail(scene.id.dev);
    await club.inviteBy("ada", "dev");
    const mailed = async () => (await digestNews(scene.id.dev, FROM_ALL_TIME))?.news;
    expect(await mailed()).toMatchObject([
      { kind: "club", name: "ada", club: { name: "night_trains", news: "invited" } },
    ]);
    expect((await scene.ask("dev", change, { body: { wishes: { "club.mail": false } } })).status).toBe(200);
    expect(await mailed()).toEqual([]);
    expect(await told(scene, "dev")).toEqual(["ada invited 0"]);
    expect((await scene.ask("dev", change, { body: { wishes: { "club.app": false } } })).status).toBe(200);
    expect(await told(scene, "dev")).toEqual([]);
  });

  it.for(["blocked", "blocking", "banned", "given up", "muted", "block with the founder", "closed", "long ago"])(
    "is told to nobody where it is: %s",
    async (how, { scene }) => {
      const club = await clubOf(scene);
      await club.inviteBy("ben", "dev");
      await club.ask("finn");
      await club.letIn("ben", "finn");
      const [ada, ben] = [scene.id.ada, scene.id.ben];
      for (const who of ["dev", "finn"] as const) {
        const me = scene.id[who];
        expect((await told(scene, who)).length).toBe(1);
        if (how === "blocked") await db().block.create({ data: { blockerId: me, blockedId: ben } });
        if (how === "blocking") await db().block.create({ data: { blockerId: ben, blockedId: me } });
        if (how === "muted") expect((await scene.ask(who, mute, { personId: ben })).status).toBe(204);
        if (how === "block with the founder") await db().block.create({ data: { blockerId: ada, blockedId: me } });
      }
      const now = new Date();
      if (how === "banned") await db().person.update({ where: { id: ben }, data: { bannedAt: now } });
      if (how === "given up") await db().person.update({ where: { id: ben }, data: { givenUpAt: now } });
      if (how === "closed") await db().club.update({ where: { id: club.clubId }, data: { closedAt: now } });
      const before = new Date(Date.now() - 7.1 * 24 * 60 * 60 * 1_000);
      if (how === "long ago") {
        await db().clubInvitation.updateMany({ data: { invitedAt: before } });
        await db().clubMember.updateMany({ data: { joinedAt: before } });
      }
      for (const who of ["dev", "finn"] as const) expect(await told(scene, who)).toEqual([]);
    },
  );

  it("does not name to a leader who asks and has a block with them", async ({ scene }) => {
    const club = await clubOf(scene);
    await club.ask("dev");
    await club.ask("finn");
    await db().block.create({ data: { blockerId: scene.id.finn, blockedId: scene.id.ben } });
    expect(await told(scene, "ben")).toEqual(["dev asked 0"]);
    expect(await told(scene, "ada")).toEqual(["finn asked 1"]);
  });

  it("fills pages with each once, where one leads and is invited to more clubs than one page holds", async ({
    scene,
  }) => {
    const founders = await addCrowd(40);
    const at = (place: number) => new Date(Date.now() - Math.floor(place / 10) * 60_000);
    for (const [place, founder] of founders.entries()) {
      const clubId = await addClub(founder, `club_${place}`);
      const invited = { clubId, personId: scene.id.gil, invitedById: founder, invitedAt: at(place) };
      await db().clubInvitation.create({ data: invited });
      const led = await addClub(scene.id.gil, `led_${place}`);
      await db().clubRequest.create({ data: { clubId: led, personId: founder, askedAt: at(place) } });
    }
    const found: string[] = [];
    for (let before: string | null | undefined; before !== null; ) {
      const { notifications, next } = await myNotifications({ id: scene.id.gil }, before ?? null);
      found.push(...notifications.map(({ club }) => club?.id ?? ""));
      before = next;
    }
    expect(found.length).toBe(80);
    expect(new Set(found).size).toBe(80);
  });
});

it("rings whom it is news for, once it is true, and nobody else", async ({ scene }) => {
  const club = await clubOf(scene);
  const rung = new Set<string>();
  // What rings a little later may be of the tests before this one.
  const here = new Set<string>(Object.values(scene.id));
  const all = [scene.id.ada, scene.id.ben, scene.id.dev, scene.id.finn];
  let heardAll = (): void => {};
  const heard = new Promise<void>((done) => {
    heardAll = done;
  });
  await new Promise<void>((listening) =>
    listen(PEOPLE_CHANNEL, (personId) => {
      if (personId === null) return listening();
      if (here.has(personId)) rung.add(personId);
      if (all.every((id) => rung.has(id))) heardAll();
    }),
  );
  await club.inviteBy("ada", "finn");
  await club.ask("dev");
  await club.letIn("ada", "dev");
  await heard;
  expect(rung).toEqual(new Set(all));
});
