import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as end, GET as endByHand } from "@/app/api/mail-reminders/[key]/route";
import { POST as confirm } from "@/app/api/mail-reminders/confirmations/[secret]/route";
import { POST as askForEpisode } from "@/app/api/rooms/[roomId]/mail-reminders/route";
import { POST as askForShow } from "@/app/api/shows/[showId]/mail-reminders/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { LIMITS } from "@/lib/domain/limits/limits";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Params } from "@/lib/server/http/command";
import { endKey } from "@/lib/server/mail/reminder-key";
import { writeReminders } from "@/lib/server/notifications/write-reminders";
import { db } from "@/lib/server/postgres/db";
import { prune } from "@/lib/server/postgres/prune";
import { hotSql } from "@/lib/server/postgres/sql";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";
import { type SmtpCatcher, startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";
import { addClub, addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { mailAll } from "@/tests/support/scenes/episode-news";
import { addEpisode, addShow, asks, callOff, goLive, inMinutes, moveTo } from "@/tests/support/scenes/episodes";
import type { Route } from "@/tests/support/scenes/stage-scene";

let catcher: SmtpCatcher;
let ada: PersonId;
let ben: PersonId;
let showId: string;
let roomId: RoomId;

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
  showId = await addShow(ada);
  roomId = await addEpisode({ createdById: ada, title: "Owls", scheduledFor: inMinutes(180), showId });
});

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

/** The link of the newest mail to that address. */
const secretTo = (address: string): string => {
  const mail = catcher.mails.findLast(({ to }) => to.includes(address));
  return /\/reminders\/confirm\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "none";
};

const EVE = "eve@example.org";
const BERLIN = { cookie: "plenum-locale=de; plenum-zone=Europe%2FBerlin" };
const askEve = (route: Route = askForEpisode, email = EVE) => asVisitor(route, { body: { email }, headers: BERLIN });

describe("an address without an account", () => {
  it("is told nothing until its owner says yes, by the link of the mail", async () => {
    expect((await askEve()).status).toBe(204);
    expect(catcher.mails.map(({ to }) => to)).toEqual([[EVE]]);
    expect(catcher.mails[0]?.subject).toContain("erinnern");
    await moveTo(roomId, inMinutes(200));
    expect(await mailAll(catcher)).toEqual([]);
    expect(await asVisitor(confirm, { named: { secret: "x".repeat(22) }, body: {} })).toMatchObject({ status: 404 });
    for (let times = 0; times < 2; times++) {
      expect((await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} })).status).toBe(204);
    }
    // Of what was before nothing comes later.
    expect(await mailAll(catcher)).toEqual([]);
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher)).toEqual([expect.stringContaining(EVE)]);
    await writeReminders(hotSql(), inMinutes(226));
    expect(await mailAll(catcher, inMinutes(226))).toEqual([expect.stringContaining(EVE)]);
    const text = catcher.mails.at(-1)?.text.replace(/[\u2066-\u2069]/g, "") ?? "";
    const hour = new Intl.DateTimeFormat("de", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" });
    const { scheduledFor } = await db().room.findUniqueOrThrow({ where: { id: roomId } });
    expect(text).toContain("„Owls“ beginnt gleich");
    expect(text).toContain(hour.format(scheduledFor ?? new Date()));
  });

  it("is kept as no secret in a table", async () => {
    await askEve();
    const { keyHash } = await db().mailReminder.findFirstOrThrow();
    expect(Buffer.from(keyHash)).toEqual(hashOf(secretTo(EVE)));
  });

  it("is answered the same, and sent one mail each time, whether it is known or not", async () => {
    const answers = [await askEve(), await askEve()];
    const late = secretTo(EVE);
    await asVisitor(confirm, { named: { secret: late }, body: {} });
    answers.push(await askEve());
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(catcher.mails.length).toBe(3);
    // The first link counts no more, and the last mail asks nothing.
    expect(catcher.mails[2]?.text).not.toContain("/reminders/confirm/");
    expect(await db().mailReminder.count()).toBe(1);
  });

  it("is not buried in mail: beyond so many a day nothing is sent, which is not answered", async () => {
    const answers = [];
    for (let turn = 0; turn < LIMITS.remindersToMailbox.points + 4; turn++) {
      answers.push((await askEve(askForEpisode, `eve+${turn}@example.org`)).status);
    }
    expect(new Set(answers)).toEqual(new Set([204]));
    expect(catcher.mails.length).toBe(LIMITS.remindersToMailbox.points);
  });

  it("is refused from one who asks for many", async () => {
    const statuses = [];
    for (let turn = 0; turn <= LIMITS.remindersFromClient.points; turn++) {
      statuses.push((await askEve(askForEpisode, `eve${turn}@example.org`)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, -1).every((status) => status === 204)).toBe(true);
  });

  it.for(["closed", "members", "a draft", "over"])("cannot be told of what not everybody may know: %s", async (how) => {
    if (how === "closed") await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    if (how === "members") {
      await db().room.update({ where: { id: roomId }, data: { kind: "members", clubId: await addClub(ada) } });
    }
    if (how === "a draft") await db().episode.update({ where: { roomId }, data: { publishedAt: null } });
    if (how === "over") await callOff(roomId);
    expect((await askEve()).status).toBe(how === "over" ? 409 : 404);
    expect(catcher.mails).toEqual([]);
  });

  it("is told nothing any more of what was closed meanwhile, or of a host who is banned", async () => {
    await askEve();
    await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
    await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher)).toEqual([]);
    await db().room.update({ where: { id: roomId }, data: { kind: "open" } });
    await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
    await moveTo(roomId, inMinutes(260));
    expect(await mailAll(catcher)).toEqual([]);
  });

  it("of a show is told of its next episode, and once where it asked for that as well", async () => {
    for (const route of [askForEpisode, askForShow]) {
      await askEve(route);
      await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
    }
    const later = await addEpisode({ createdById: ada, title: "Bats", scheduledFor: inMinutes(400), showId });
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher)).toEqual([expect.stringContaining(EVE)]);
    await callOff(later);
    expect(await mailAll(catcher)).toEqual([]);
    await callOff(roomId);
    expect(await mailAll(catcher)).toEqual([expect.stringContaining(EVE)]);
  });

  it("that is a member's who asked as well is written to once", async () => {
    await db().person.update({ where: { id: ben }, data: { email: EVE, emailVerifiedAt: inMinutes(-10) } });
    await asks(ben, roomId);
    await askEve();
    await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher)).toEqual([expect.stringContaining(EVE)]);
  });

  it("that nobody confirmed is forgotten after a day, and one that was a day after the episode", async () => {
    await askEve();
    await askEve(askForEpisode, "gil@example.org");
    await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
    await prune(inMinutes(23 * 60));
    expect(await db().mailReminder.count()).toBe(2);
    await prune(inMinutes(25 * 60));
    expect(await db().mailReminder.findMany()).toMatchObject([{ address: EVE }]);
    await callOff(roomId);
    await prune(inMinutes(25 * 60));
    expect(await db().mailReminder.count()).toBe(0);
  });

  it("is no address, or there is no mail: that is said", async () => {
    expect(await askEve(askForEpisode, "nobody")).toMatchObject({ status: 422 });
    catcher.tempers.set(EVE, { at: "address", answer: "451 later" });
    expect(await askEve()).toMatchObject({ status: 503, code: "mail_away" });
    catcher.tempers.clear();
  });
});

describe("the link that ends the mails", () => {
  const endWith = async (key: string, headers: Record<string, string> = {}): Promise<number> => {
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      headers,
      body: "List-Unsubscribe=One-Click",
    });
    return (await end(request, { params: Promise.resolve({ key }) })).status;
  };

  it("stands in each mail's headers, works from anywhere without signing in, and can be repeated", async () => {
    await askEve();
    await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
    await moveTo(roomId, inMinutes(240));
    await mailAll(catcher);
    const { headers } = catcher.mails.at(-1) ?? { headers: new Map<string, string[]>() };
    expect(headers.get("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    const key = /\/api\/mail-reminders\/([^>]+)>/.exec(headers.get("list-unsubscribe")?.[0] ?? "")?.[1] ?? "";
    const elsewhere = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    // Whatever opens all links of a mail ends nothing.
    const opened = await endByHand(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) });
    expect([opened.status, opened.headers.get("location")]).toEqual([303, `http://localhost:3000/reminders/${key}`]);
    expect(await db().mailReminder.count()).toBe(1);
    expect([await endWith(key, elsewhere), await endWith(key, elsewhere)]).toEqual([204, 204]);
    expect(await db().mailReminder.count()).toBe(0);
    await moveTo(roomId, inMinutes(260));
    expect(await mailAll(catcher)).toEqual([]);
  });

  it("of a member turns the mails of episodes off, and nothing else", async () => {
    await db().person.update({
      where: { id: ben },
      data: { email: "ben@example.org", emailVerifiedAt: inMinutes(-10) },
    });
    await db().notificationSettings.create({ data: { personId: ben, changed: ["episode.mail", "follow.push"] } });
    await asks(ben, roomId);
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher)).toEqual(["ben@example.org “Owls” has another time"]);
    for (let times = 0; times < 2; times++) expect(await endWith(endKey({ who: "member", id: ben }))).toBe(204);
    const { wishes } = await notificationSettings({ id: ben }, { mails: true });
    expect(wishes).toMatchObject({
      episode: { app: true, push: true, mail: false },
      episode_change: { app: true, push: true, mail: false },
      follow: { push: true, mail: true },
    });
    await moveTo(roomId, inMinutes(260));
    expect(await mailAll(catcher)).toEqual([]);
  });

  it("is worth nothing where it was not signed here", async () => {
    const key = endKey({ who: "member", id: ben });
    expect(await endWith(key.replace(ben, ada))).toBe(404);
    expect(await endWith(key.replace("m.", "a."))).toBe(404);
    expect(await db().notificationSettings.count()).toBe(0);
  });
});

it("a going live needs no mail", async () => {
  await askEve();
  await asVisitor(confirm, { named: { secret: secretTo(EVE) }, body: {} });
  await goLive(roomId);
  expect(await mailAll(catcher)).toEqual([]);
});
