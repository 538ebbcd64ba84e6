import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PATCH as changeSettings, GET as readSettings } from "@/app/api/me/notifications/settings/route";
import { POST as unsubscribe, GET as unsubscribeByHand } from "@/app/api/unsubscribe/[key]/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { unsubscribeKey } from "@/lib/server/mail/unsubscribe-key";
import { claimDigests } from "@/lib/server/notifications/claim-digests";
import { type DigestOutcome, sendDigest } from "@/lib/server/notifications/send-digest";
import { db } from "@/lib/server/postgres/db";
import { type SmtpCatcher, startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let catcher: SmtpCatcher;
let ada: PersonId;
let ben: PersonId;
let roomId: RoomId;

beforeAll(async () => {
  catcher = await startSmtpCatcher();
  process.env.SMTP_URL = catcher.url;
  process.env.MAIL_FROM = "Plenum <plenum@example.org>";
});
afterAll(() => catcher.stop());

beforeEach(async () => {
  await emptyHouse();
  await db().goingLive.deleteMany();
  catcher.mails.length = 0;
  catcher.tempers.clear();
  [ada, ben] = [await addMember("ada"), await reader("ben")];
  roomId = await addRoom({ createdById: ada, title: "Night trains" });
});

const MINUTE_MS = 60_000;
const ago = (minutes: number): Date => new Date(Date.now() - minutes * MINUTE_MS);

/** A zone in which it is that hour, whenever the test runs; those so named run from 12 hours behind to 14 ahead. */
function zoneWhereItIs(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  const near = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${near > 0 ? "-" : "+"}${Math.abs(near)}`;
}

const MORNING = 10;
const NIGHT = 3;

/** Somebody with a confirmed address. */
async function reader(handle: string): Promise<PersonId> {
  const id = await addMember(handle);
  const data = { email: `${handle}@example.org`, emailVerifiedAt: ago(9) };
  await db().person.update({ where: { id }, data });
  return id;
}

/** Who follows Ada since yesterday and wants a mail, which is due. */
async function wants(
  personId: PersonId,
  { locale = "en", rhythm = "daily" as "daily" | "weekly" } = {},
): Promise<void> {
  await db().follow.createMany({ data: { followerId: personId, followeeId: ada, createdAt: ago(24 * 60) } });
  const due = { rhythm, locale, timeZone: zoneWhereItIs(MORNING), dueAt: ago(5), toldUntil: ago(12 * 60) };
  await db().mailDigest.create({ data: { personId, ...due } });
}

const goesLive = (personId: PersonId, room: RoomId, minutes = 10) =>
  db().goingLive.create({ data: { personId, roomId: room, kind: "went_live", at: ago(minutes) } });

const makeDue = () => db().mailDigest.updateMany({ data: { dueAt: ago(1) } });

/** Claims and sends until nothing is due. */
async function sendAll(): Promise<DigestOutcome[]> {
  const outcomes: DigestOutcome[] = [];
  for (;;) {
    const claimed = await claimDigests(new Date());
    if (claimed === null) return outcomes;
    for (const one of claimed) outcomes.push(await sendDigest(one, new Date()));
  }
}

const mailed = () => catcher.mails.flatMap(({ to }) => to).toSorted();

describe("a digest", () => {
  it("tells what somebody missed, newest first, in their language, as text and html", async () => {
    await wants(ben, { locale: "de" });
    const ended = await addRoom({ createdById: ada, title: "Gärten", status: "ended" });
    await goesLive(ada, ended, 90);
    await goesLive(ada, roomId, 10);
    await db().follow.create({ data: { followerId: ada, followeeId: ben, createdAt: ago(30) } });
    expect(await sendAll()).toEqual(["sent"]);
    const [mail] = catcher.mails;
    expect(mail?.to).toEqual(["ben@example.org"]);
    expect(mail?.headers.get("from")).toEqual(["Plenum <plenum@example.org>"]);
    expect(mail?.subject).toBe("ada hat „Night trains“ eröffnet (jetzt live) (+2)");
    const places = ["„Night trains“", "ada folgt dir", "„Gärten“"].map((words) => mail?.text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => Number(one) - Number(other)));
    expect(places).not.toContain(-1);
    expect(mail?.text).toContain(`http://localhost:3000/rooms/${roomId}`);
    expect(mail?.text).not.toContain(`/rooms/${ended}`);
    expect(mail?.text).toContain("http://localhost:3000/people/ada");
    expect(mail?.html).toContain('<html lang="de"');
    expect(mail?.html).toContain(`<a href="http://localhost:3000/rooms/${roomId}"`);
    await expect(db().mailDigest.findFirst()).resolves.toMatchObject({ sentAt: expect.any(Date), tries: 0 });
  });

  it("can be ended by one click of a mail program (RFC 8058), and by a page for people", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    await sendAll();
    const [mail] = catcher.mails;
    const key = unsubscribeKey(ben);
    expect(mail?.headers.get("list-unsubscribe")).toEqual([`<http://localhost:3000/api/unsubscribe/${key}>`]);
    expect(mail?.headers.get("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(mail?.headers.get("auto-submitted")).toEqual(["auto-generated"]);
    expect(mail?.text).toContain(`http://localhost:3000/unsubscribe/${key}`);
  });

  it("tells nothing of whom and what its reader may not know of, muted, turned off, has seen, or was told before", async () => {
    await wants(ben);
    const others = ["blocked", "blocking", "muted", "banned", "gone", "closed", "early", "seen"] as const;
    for (const [place, handle] of others.entries()) {
      const id = await addMember(handle);
      await db().follow.create({ data: { followerId: ben, followeeId: id, createdAt: ago(24 * 60) } });
      const kind = handle === "closed" ? "closed" : "open";
      const minutes = handle === "early" ? 13 * 60 : handle === "seen" ? 11 * 60 : 20 + place;
      await goesLive(id, await addRoom({ createdById: id, title: `Room of ${handle}`, kind }), minutes);
      if (handle === "blocked") await db().block.create({ data: { blockerId: ben, blockedId: id } });
      if (handle === "blocking") await db().block.create({ data: { blockerId: id, blockedId: ben } });
      if (handle === "muted") await db().notificationMute.create({ data: { personId: ben, mutedId: id } });
      if (handle === "banned") await db().person.update({ where: { id }, data: { bannedAt: new Date() } });
      if (handle === "gone") await db().person.update({ where: { id }, data: { givenUpAt: new Date() } });
    }
    await db().follow.create({ data: { followerId: ada, followeeId: ben, createdAt: ago(30) } });
    await db().notificationSettings.create({
      data: { personId: ben, changed: ["follow.mail", "went_live.app"], seenAt: ago(10 * 60) },
    });
    await goesLive(ada, roomId);
    expect(await sendAll()).toEqual(["sent"]);
    const [mail] = catcher.mails;
    expect(mail?.subject).toBe("ada opened “Night trains” (live now)");
    expect(mail?.text).not.toMatch(/Room of|follows you|blocked|muted|banned|gone|closed|early/);
  });

  it("is not sent where there is nothing to tell, nor to whoever is out, gave up, or has no confirmed address", async () => {
    const named = ["banned", "gone", "unconfirmed", "addressless", "well"] as const;
    for (const name of named) {
      const id = await reader(name);
      await wants(id);
      if (name === "banned") await db().person.update({ where: { id }, data: { bannedAt: new Date() } });
      if (name === "gone") await db().person.update({ where: { id }, data: { givenUpAt: new Date() } });
      if (name === "unconfirmed") await db().person.update({ where: { id }, data: { emailVerifiedAt: null } });
      if (name === "addressless") await db().person.update({ where: { id }, data: { email: null } });
    }
    expect(await sendAll()).toEqual(Array(5).fill("nothing"));
    await makeDue();
    await goesLive(ada, roomId, 2);
    await db().mailDigest.updateMany({ data: { toldUntil: ago(10) } });
    expect((await sendAll()).toSorted()).toEqual([...Array(4).fill("nothing"), "sent"]);
    expect(mailed()).toEqual(["well@example.org"]);
  });

  it("is held back in the night, in a pause and in hours of quiet, and loses nothing by it", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    const hour = (ahead: number) => (new Date().getUTCHours() + ahead + 24) % 24;
    const utcQuiet = { quietFrom: hour(-1) * 60, quietUntil: hour(2) * 60, timeZone: "UTC" };
    const later = new Date(Date.now() + 60 * MINUTE_MS);
    const holds = [
      () => db().notificationSettings.create({ data: { personId: ben, ...utcQuiet } }),
      () =>
        db().notificationSettings.update({
          where: { personId: ben },
          data: { quietFrom: null, quietUntil: null, timeZone: null, pausedUntil: later },
        }),
      async () => {
        await db().notificationSettings.deleteMany();
        await db().mailDigest.updateMany({ data: { timeZone: zoneWhereItIs(NIGHT) } });
      },
    ];
    for (const hold of holds) {
      await hold();
      await makeDue();
      expect(await claimDigests(new Date())).toEqual([]);
      const { dueAt } = await db().mailDigest.findFirstOrThrow();
      expect(dueAt.getTime()).toBeGreaterThan(Date.now());
    }
    await db().mailDigest.updateMany({ data: { timeZone: zoneWhereItIs(MORNING) } });
    await makeDue();
    expect(await sendAll()).toEqual(["sent"]);
    expect(catcher.mails[0]?.text).toContain("Night trains");
  });
});

describe("a digest is sent once at most", () => {
  it("and not again by another worker where one died between its claim and its mail", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    expect((await claimDigests(new Date()))?.length).toBe(1);
    expect(await sendAll()).toEqual([]);
    await makeDue();
    expect(await sendAll()).toEqual(["nothing"]);
    const later = await addRoom({ createdById: ada, title: "Gardens" });
    await goesLive(ada, later, 2);
    await db().mailDigest.updateMany({ data: { dueAt: ago(1), toldUntil: ago(5) } });
    expect(await sendAll()).toEqual(["sent"]);
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(["ada opened “Gardens” (live now)"]);
  });

  it("where it died between the mail and writing down that it is sent", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    const [claimed] = (await claimDigests(new Date())) ?? [];
    if (claimed) await sendDigest(claimed, new Date());
    await db().mailDigest.updateMany({ data: { sentAt: null } });
    await makeDue();
    expect(await sendAll()).toEqual(["nothing"]);
    expect(mailed()).toEqual(["ben@example.org"]);
  });

  it("however many workers are at it", async () => {
    const names = Array.from({ length: 45 }, (_, place) => `reader_${place}`);
    for (const name of names) await wants(await reader(name));
    await goesLive(ada, roomId);
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    expect(await sendAll()).toEqual([]);
    expect(mailed()).toEqual(names.map((name) => `${name}@example.org`).toSorted());
  });

  it("and tried again where the server said later, until it takes it", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    for (const at of ["address", "mail"] as const) {
      catcher.tempers.set("ben@example.org", { at, answer: "451 come back later" });
      expect(await sendAll()).toEqual(["later"]);
      const { dueAt } = await db().mailDigest.findFirstOrThrow();
      expect(dueAt.getTime()).toBeGreaterThan(Date.now() + 14 * MINUTE_MS);
      await makeDue();
    }
    await expect(db().mailDigest.findFirst()).resolves.toMatchObject({ tries: 2, sentAt: null });
    catcher.tempers.clear();
    expect(await sendAll()).toEqual(["sent"]);
    expect(mailed()).toEqual(["ben@example.org"]);
  });

  it("and given up where the server refuses it, says later too often, or nobody knows whether it took it", async () => {
    const [refused, never, cut] = [await reader("refused"), await reader("never"), await reader("cut")];
    for (const id of [refused, never, cut]) await wants(id);
    await db().mailDigest.update({ where: { personId: never }, data: { tries: 4 } });
    await goesLive(ada, roomId);
    catcher.tempers
      .set("refused@example.org", { at: "address", answer: "550 nobody here" })
      .set("never@example.org", { at: "mail", answer: "451 later" })
      .set("cut@example.org", "hang up");
    expect(await sendAll()).toEqual(["lost", "lost", "lost"]);
    // The next one is tried as often as any.
    await expect(db().mailDigest.findFirst({ where: { personId: never } })).resolves.toMatchObject({ tries: 0 });
    await makeDue();
    catcher.tempers.clear();
    expect(await sendAll()).toEqual(["nothing", "nothing", "nothing"]);
    expect(mailed()).toEqual(["cut@example.org"]);
  });
});

describe("strangers' words in a mail", () => {
  it("write no header, no line and no html of their own", async () => {
    await wants(ben);
    const name = 'Eve\r\nBcc: all@example.org\r\n\r\n<img src=x onerror="alert(1)">';
    await db().person.update({ where: { id: ada }, data: { name } });
    const title = 'Tea & "cake"</p>\u2028X-Evil: 1\n\nNo more of these mails:\nhttps://evil.example/\u202egnp';
    await db().room.update({ where: { id: roomId }, data: { title } });
    await goesLive(ada, roomId);
    expect(await sendAll()).toEqual(["sent"]);
    const [mail] = catcher.mails;
    expect(mail?.to).toEqual(["ben@example.org"]);
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("bcc");
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("x-evil");
    expect(mail?.headers.get("subject")?.length).toBe(1);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toMatch(/<img|<\/p>X|onerror="/);
    expect(mail?.html).toContain("&lt;img src=x");
    expect(mail?.text).not.toMatch(/^(Bcc|X-Evil|https:\/\/evil)/m);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain("\u202e");
  });

  it("keep their direction to themselves, and their letters", async () => {
    await wants(ben);
    await db().person.update({ where: { id: ada }, data: { name: "عادة" } });
    await db().room.update({ where: { id: roomId }, data: { title: "夜行列車 🚂" } });
    await goesLive(ada, roomId);
    await sendAll();
    expect(catcher.mails[0]?.subject).toBe("\u2068عادة\u2069 opened “夜行列車 🚂” (live now)");
    expect(catcher.mails[0]?.html).toContain("夜行列車 🚂");
  });
});

describe("unsubscribing", () => {
  /** As a mail program, or a page of another site, posts it. */
  async function post(
    key: string,
    headers: Record<string, string> = {},
    body = "List-Unsubscribe=One-Click",
  ): Promise<number> {
    const form = { "content-type": "application/x-www-form-urlencoded", ...headers };
    const request = new Request(`http://localhost:3000/api/unsubscribe/${key}`, {
      method: "POST",
      headers: form,
      body,
    });
    return (await unsubscribe(request, { params: Promise.resolve({ key }) })).status;
  }

  const left = () => db().mailDigest.count();

  it("needs no sign-in, comes from anywhere, holds at once, and can be repeated", async () => {
    const eve = await reader("eve");
    for (const id of [ben, eve]) await wants(id);
    await goesLive(ada, roomId);
    const elsewhere = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect(await post(unsubscribeKey(ben), elsewhere)).toBe(204);
    expect(await post(unsubscribeKey(ben), { "content-type": "multipart/form-data; boundary=x" }, multipart)).toBe(204);
    expect(await post(unsubscribeKey(ben), { origin: "null" }, "")).toBe(204);
    expect(await sendAll()).toEqual(["sent"]);
    expect(mailed()).toEqual(["eve@example.org"]);
  });

  it("ends nobody else's mails, whoever's cookie or token comes along", async () => {
    const eve = await reader("eve");
    for (const id of [ben, eve]) await wants(id);
    const expiresAt = new Date(Date.now() + 60 * MINUTE_MS);
    await db().session.create({ data: { personId: eve, tokenHash: hashOf("token-of-eve"), expiresAt } });
    expect(await post(unsubscribeKey(ben), { cookie: "next-auth.session-token=token-of-eve" })).toBe(204);
    expect(await post(unsubscribeKey(ben), { authorization: "Bearer nonsense" })).toBe(204);
    await expect(db().mailDigest.findMany()).resolves.toMatchObject([{ personId: eve }]);
  });

  it("of a mail that is claimed already keeps it from being sent", async () => {
    await wants(ben);
    await goesLive(ada, roomId);
    const [claimed] = (await claimDigests(new Date())) ?? [];
    await post(unsubscribeKey(ben));
    expect(claimed && (await sendDigest(claimed, new Date()))).toBe("nothing");
    expect(catcher.mails).toEqual([]);
  });

  it.each([
    ["another person's id", (key: string) => key.replace(/^[^.]+/, uuid())],
    ["another seal", (key: string) => `${key.slice(0, -1)}${key.endsWith("A") ? "E" : "A"}`],
    ["no seal", (key: string) => key.split(".")[0] ?? ""],
    ["nothing that is a key", () => "../../people/ada"],
  ])("is refused with %s", async (_, tampered) => {
    await wants(ben);
    const key = tampered(unsubscribeKey(ben));
    expect(await post(key)).toBe(404);
    expect(
      await unsubscribeByHand(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) }),
    ).toMatchObject({ status: 404 });
    expect(await left()).toBe(1);
  });

  it("is not done by looking: an address that is opened leads to a page", async () => {
    await wants(ben);
    const key = unsubscribeKey(ben);
    const answer = await unsubscribeByHand(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `http://localhost:3000/unsubscribe/${key}`]);
    expect(await left()).toBe(1);
  });
});

describe("choosing a digest", () => {
  async function by(
    personId: PersonId,
    route: typeof changeSettings | typeof readSettings,
    body?: object,
    language = "de",
  ) {
    const token = uuid();
    const expiresAt = new Date(Date.now() + 60 * MINUTE_MS);
    await db().session.create({ data: { personId, tokenHash: hashOf(token), expiresAt } });
    const cookie = `next-auth.session-token=${token}; plenum-locale=${language}`;
    const headers = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
    const method = body ? "PATCH" : "GET";
    const request = new Request("http://localhost:3000/api", { method, headers, body: body && JSON.stringify(body) });
    const answer = await route(request, { params: Promise.resolve({}) });
    return { status: answer.status, body: await answer.json() };
  }

  it("is for whoever wants it: nobody is sent one unasked", async () => {
    expect((await by(ben, readSettings)).body.digest).toEqual({
      rhythm: "never",
      zone: null,
      address: "ben@example.org",
    });
    expect(await db().mailDigest.count()).toBe(0);
  });

  it("sets the next morning of the person's zone, their language, and from when on it tells", async () => {
    const digest = { rhythm: "daily", zone: "Asia/Tokyo" };
    expect((await by(ben, changeSettings, { digest })).body.digest).toMatchObject(digest);
    const row = await db().mailDigest.findFirstOrThrow();
    expect(row).toMatchObject({ personId: ben, locale: "de", sentAt: null });
    expect([row.dueAt.getUTCHours(), row.dueAt.getUTCMinutes()]).toEqual([23, 0]);
    expect(row.dueAt.getTime()).toBeGreaterThan(Date.now());
    await by(ben, changeSettings, { digest: { ...digest, rhythm: "weekly" } }, "en");
    const weekly = await db().mailDigest.findFirstOrThrow();
    expect(weekly).toMatchObject({ rhythm: "weekly", locale: "en", toldUntil: row.toldUntil });
    expect(weekly.dueAt.getUTCDay()).toBe(0);
    await by(ben, changeSettings, { digest: { ...digest, rhythm: "never" } });
    expect(await db().mailDigest.count()).toBe(0);
  });

  it("is refused without a confirmed address, and changes nothing then", async () => {
    await db().person.update({ where: { id: ben }, data: { emailVerifiedAt: null } });
    const asked = { digest: { rhythm: "daily", zone: "UTC" }, wishes: { "ping.mail": false } };
    expect(await by(ben, changeSettings, asked)).toMatchObject({
      status: 409,
      body: { error: { code: "address_needed" } },
    });
    expect((await by(ben, readSettings)).body).toMatchObject({
      digest: { address: null },
      wishes: { ping: { mail: true } },
    });
    expect(await by(ben, changeSettings, { digest: { rhythm: "daily", zone: "Mars/Base" } })).toMatchObject({
      status: 422,
    });
  });
});
