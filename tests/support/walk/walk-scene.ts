import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { PUT as banHere } from "@/app/api/admin/bans/[personId]/route";
import type { PersonId } from "@/lib/domain/ids";
import { decisionKey } from "@/lib/server/callers/decision-key";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { hashOf } from "@/lib/server/callers/secrets";
import { sessionCookieName } from "@/lib/server/callers/session-cookie";
import { db } from "@/lib/server/postgres/db";
import type { FakeMedia } from "@/tests/support/fake-media";
import { addClub, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { addEpisode, inMinutes } from "@/tests/support/scenes/episodes";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { addRecording, wrote } from "@/tests/support/scenes/recorded";
import { openScene, type Scene, seat } from "@/tests/support/scenes/stage-scene";
import { askAt } from "./ask-at";

/** What there is, by the names that rows use, and the cookie of each who may ask. Nobody has none. */
export type Walk = { names: Record<string, string>; cookies: Record<string, string>; bannedToken: string };

/** Names of what strangers may not know of: for them it is as though it were not there. */
export const HIDDEN = [
  "room",
  "draft",
  "planned",
  "show",
  "recording",
  "guestRow",
  "link",
  "case",
  "judged",
  "appeal",
] as const;

/**
 * An empty house but for what Ada leads and nobody else may know of: a closed room with people, a hand, a channel, a link and
 * a recording in it, and a show that is a draft with one episode, to which a guest is invited. Her club is by invitation. Besides
 * there is a room of Leo's, open and live, somebody without an account, an admin, and somebody whom the admin banned
 * while they were signed in and had a token.
 */
export async function openWalk(media: FakeMedia): Promise<Walk> {
  await emptyHouse();
  media.restart();
  const scene = await openScene(media);
  const { ada, ben, cleo, dev, finn, eve, gil } = scene.id;
  const [leo, otto, ruth] = await Promise.all(["leo", "otto", "ruth"].map((handle) => addMember(handle)));
  if (!leo || !otto || !ruth) throw new Error("nobody came");
  await db().person.update({ where: { id: otto }, data: { admin: true } });
  const guest = (await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } }))
    .id as PersonId;
  const people = { ada, ben, cleo, dev, finn, gil, stranger: eve, leader: leo, admin: otto, banned: ruth };
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, id]) => [name, await signIn(id)] as const)),
  );
  const names = {
    ...(await inTheRoom(scene)),
    ...(await behindTheScenes(scene)),
    ...(await ofAda(ada)),
    club: await clubOf(scene),
    ...(await whatIsReported(scene)),
    elsewhere: await addRoom({ createdById: leo, title: "Elsewhere" }),
    ...people,
    guest,
    owner: ada,
    nobodys: uuid(),
    gilHandle: (await db().person.findUniqueOrThrow({ where: { id: gil } })).handle ?? "",
  };
  await seat(names.elsewhere as Scene["roomId"], leo, "host", "PA_leo");
  await db().room.update({ where: { id: names.elsewhere }, data: { openSeats: 1 } });
  await db().ping.create({ data: { roomId: names.elsewhere, personId: ada, byId: leo } });
  await db().notificationMute.create({ data: { personId: ada, mutedId: cleo } });
  const bannedToken = `plnm_${randomBytes(32).toString("base64url")}`;
  const access = { personId: ruth, name: "script", tokenHash: hashOf(bannedToken), scopes: ["read", "write"] };
  await db().accessToken.create({ data: access });
  const ban = { method: "PUT", path: "/", cookie: cookies.admin, body: '{"reason":"Rude to everyone."}' };
  const banned = await askAt(banHere, { ...ban, params: { personId: ruth } });
  if (banned.status !== 204) throw new Error(`not banned: ${banned.text}`);
  const all = { ...cookies, guest: guestCookie(guest).split(";")[0] ?? "", owner: cookies.ada ?? "" };
  return { names, cookies: all, bannedToken };
}

/** A session, as the cookie that a browser shows. */
async function signIn(personId: PersonId): Promise<string> {
  const token = uuid();
  await db().session.create({
    data: { personId, tokenHash: hashOf(token), expiresAt: inMinutes(1_000), usedAt: new Date() },
  });
  return `${sessionCookieName()}=${token}`;
}

async function inTheRoom({ roomId, id }: Scene) {
  await db().room.update({ where: { id: roomId }, data: { kind: "closed", title: "Night trains", overflowLimit: 3 } });
  await db().hand.create({ data: { roomId, personId: id.dev, question: "Who runs it?" } });
  const offer = { roomId, personId: id.finn, offeredById: id.ada, expiresAt: inMinutes(10) };
  await db().offer.create({ data: offer });
  const channel = { roomId, language: "fr", personId: id.finn, assignedById: id.ada };
  await db().interpreter.create({ data: channel });
  const link = { roomId, role: "listener", createdById: id.ada, expiresAt: inMinutes(60), maxUses: 3 } as const;
  const secret = `link-${roomId}`;
  await wrote(roomId, id.cleo, "Second class, please", new Date());
  return {
    room: roomId,
    link: (await db().inviteLink.create({ data: { ...link, secretHash: hashOf(secret) } })).id,
    linkSecret: secret,
    recording: await addRecording(roomId, inMinutes(-5)),
  };
}

async function behindTheScenes({ id }: Scene) {
  const host = { create: { personId: id.ada } };
  const data = { slug: "night-trains", title: "Night trains weekly", language: "en", createdById: id.ada, hosts: host };
  const { id: show } = await db().show.create({ data });
  await db().showHost.create({ data: { showId: show, personId: id.ben, role: "cohost" } });
  const hour = { scheduledFor: inMinutes(10), kind: "closed", published: false } as const;
  const draft = await addEpisode({ createdById: id.ada, title: "Night trains to come", showId: show, ...hour });
  const asked = { roomId: draft, name: "A driver", invitedById: id.ada, address: "driver@example.org" };
  const { id: guestRow } = await db().episodeGuest.create({ data: asked });
  const guestSecret = `guest-${draft}`;
  await db().guestSecret.create({ data: { hash: hashOf(guestSecret), guestId: guestRow } });
  return { show, draft, guestRow, guestSecret, planned: await planRoom(id.ada, { kind: "closed" }) };
}

async function clubOf({ id }: Scene): Promise<string> {
  const clubId = await addClub(id.ada);
  await db().club.update({ where: { id: clubId }, data: { admission: "invitation" } });
  await db().clubMember.create({ data: { clubId, personId: id.ben } });
  await db().clubRequest.create({ data: { clubId, personId: id.dev } });
  await db().clubInvitation.create({ data: { clubId, personId: id.gil, invitedById: id.ada } });
  return clubId;
}

/** Something that waits to be decided, and something that Gil decided about Cleo, who appeals. */
async function whatIsReported({ id }: Scene) {
  const one = {
    kind: "person",
    subject: id.cleo,
    personId: id.cleo,
    path: "/people/cleo",
    title: "Cleo",
    gravity: 2,
    evidence: [],
  };
  const reports = { create: { locale: "en", reason: "spam", text: "Sells seats" } };
  const waits = await db().reportCase.create({ data: { ...one, reports } });
  const decision = {
    decidedAt: new Date(),
    decidedById: id.gil,
    ground: "spam",
    measure: "warned",
    words: "Seats are free.",
  };
  const appeals = { create: { side: "affected", text: "They were mine." } } as const;
  const data = { ...one, subject: id.dev, ...decision, reports, appeals };
  const judged = await db().reportCase.create({ data, include: { reports: true, appeals: true } });
  return {
    case: waits.id,
    judged: judged.id,
    appeal: judged.appeals[0]?.id ?? "",
    decisionKey: decisionKey("reporter", judged.reports[0]?.id ?? ""),
  };
}

/** What is hers alone: a token, another session and an invitation code. */
async function ofAda(personId: PersonId) {
  const scopes = ["read", "write"];
  const data = { personId, name: "script", tokenHash: hashOf(`token ${personId}`), scopes };
  const code = { personId, codeSeal: hashOf(`code ${personId}`), maxUses: 1, expiresAt: inMinutes(60) };
  return {
    token: (await db().accessToken.create({ data })).id,
    code: (await db().inviteCode.create({ data: code })).id,
  };
}
