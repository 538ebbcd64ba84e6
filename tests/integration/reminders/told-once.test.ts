import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { claimPushes } from "@/lib/server/notifications/claim-pushes";
import { sendPushes } from "@/lib/server/notifications/send-pushes";
import { writeReminders } from "@/lib/server/notifications/write-reminders";
import { tellGoingLive } from "@/lib/server/notify/tell-going-live";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { toldOfEpisodeNews } from "@/lib/server/queries/notifications/told-of-episode-news";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { type SmtpCatcher, startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";
import { newPushKey, type PushService, startPushService } from "@/tests/support/push/push-service";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { listOf, mailAll, plain, pushAll } from "@/tests/support/scenes/episode-news";
import {
  addEpisode,
  addReader,
  addShow,
  asks,
  callOff,
  followsShow,
  goLive,
  inMinutes,
  moveTo,
  rename,
} from "@/tests/support/scenes/episodes";

let service: PushService;
let catcher: SmtpCatcher;
let ada: PersonId;
let ben: PersonId;
let showId: string;
let roomId: RoomId;

beforeAll(async () => {
  process.env.PLENUM_PUSH_KEY = newPushKey();
  service = await startPushService();
  catcher = await startSmtpCatcher();
  process.env.SMTP_URL = catcher.url;
  process.env.MAIL_FROM = "Plenum <plenum@example.org>";
});
afterAll(() => Promise.all([service.stop(), catcher.stop()]));

beforeEach(async () => {
  await emptyHouse();
  service.received.clear();
  catcher.mails.length = 0;
  catcher.tempers.clear();
  ada = await addMember("ada");
  ben = await addReader("ben", service);
  showId = await addShow(ada);
  roomId = await addEpisode({ createdById: ada, title: "Owls", scheduledFor: inMinutes(180), showId });
});

describe("a move", () => {
  it("is told once, to those who asked before those who follow the show, in list, by push and, to the first, by mail", async () => {
    await asks(ben, roomId);
    const gil = await addReader("gil", service);
    await followsShow(gil, showId);
    const eve = await addReader("eve", service);
    await moveTo(roomId, inMinutes(240));
    expect(await pushAll()).toEqual(["moved ben", "moved gil"]);
    expect(await pushAll()).toEqual([]);
    expect([...service.received]).toEqual([
      ["ben", 1],
      ["gil", 1],
    ]);
    expect(await mailAll(catcher)).toEqual(["ben@example.org “Owls” has another time"]);
    expect(await mailAll(catcher)).toEqual([]);
    expect([await listOf(ben), await listOf(gil), await listOf(eve)]).toEqual([
      ["episode_change moved"],
      ["episode_change moved"],
      [],
    ]);
    expect(await unreadNotifications({ id: ben })).toEqual({ unread: 1 });
  });

  it("is told by each reader's clock and in their language", async () => {
    const at = new Date("2027-03-28T19:00:00Z");
    await asks(ben, roomId, { timeZone: "Europe/Berlin", locale: "de" });
    const gil = await addReader("gil", service);
    await asks(gil, roomId, { timeZone: "Australia/Lord_Howe" });
    const eve = await addReader("eve", service);
    await asks(eve, roomId, { timeZone: "America/New_York", locale: "ar" });
    await moveTo(roomId, at);
    await mailAll(catcher);
    const said = Object.fromEntries(catcher.mails.map(({ to, text }) => [to.join(), plain(text)]));
    // The clocks of Berlin went forward that very morning; Lord Howe's are still half an hour ahead.
    expect(said["ben@example.org"]).toContain("Beginn: Sonntag, 28. März um 21:00 MESZ");
    expect(said["gil@example.org"]).toContain("It begins on Monday, March 29 at 06:00 GMT+11");
    expect(said["eve@example.org"]).toContain("15:00");
  });

  it("that comes before an earlier one was told takes its place, from the hour that people know", async () => {
    await asks(ben, roomId);
    const first = (await db().room.findUniqueOrThrow({ where: { id: roomId } })).scheduledFor;
    await moveTo(roomId, inMinutes(240));
    await moveTo(roomId, inMinutes(300));
    expect(await pushAll()).toEqual(["moved ben"]);
    expect(await mailAll(catcher)).toEqual(["ben@example.org “Owls” has another time"]);
    const { notifications } = await myNotifications({ id: ben }, null);
    expect(notifications).toMatchObject([{ episode: { news: "moved", fromAt: first?.toISOString() } }]);
    expect(notifications[0]?.room?.id).toBe(roomId);
  });

  it("that is followed by the end is not told any more: only that it is called off, and why", async () => {
    await asks(ben, roomId);
    await moveTo(roomId, inMinutes(240));
    await callOff(roomId, "Ada is ill");
    expect(await pushAll()).toEqual(["cancelled ben"]);
    expect(await mailAll(catcher)).toEqual(["ben@example.org “Owls” does not take place"]);
    expect(plain(catcher.mails[0]?.text ?? "")).toContain("Why: Ada is ill");
    expect(await listOf(ben)).toEqual(["episode_change cancelled"]);
    await writeReminders(hotSql(), inMinutes(230));
    expect(await pushAll(inMinutes(230))).toEqual([]);
  });

  it("and a new name in one act are one push and one mail, by the new name", async () => {
    await asks(ben, roomId);
    await moveTo(roomId, inMinutes(240));
    await db().room.update({ where: { id: roomId }, data: { title: "Bats" } });
    await db().episodeNews.create({ data: { roomId, sequence: 1, kind: "renamed", fromTitle: "Owls" } });
    expect(await pushAll()).toEqual(["moved ben"]);
    expect(await mailAll(catcher)).toEqual(["ben@example.org “Bats” has another time"]);
  });
});

it("a new name is told to those who asked, and not to those who follow the show", async () => {
  await asks(ben, roomId);
  await followsShow(await addReader("gil", service), showId);
  await rename(roomId, "Bats");
  expect(await pushAll()).toEqual(["renamed ben"]);
  expect(await mailAll(catcher)).toEqual(["ben@example.org “Owls” is now called “Bats”"]);
});

describe("a reminder", () => {
  it("comes a quarter of an hour before, once, to those who want it", async () => {
    await asks(ben, roomId);
    await asks(await addReader("gil", service), roomId, { remind: false });
    await followsShow(await addReader("eve", service), showId);
    await writeReminders(hotSql(), inMinutes(164));
    expect(await pushAll(inMinutes(164))).toEqual([]);
    for (const minutes of [166, 166.5, 167]) await writeReminders(hotSql(), inMinutes(minutes));
    expect(await pushAll(inMinutes(167))).toEqual(["soon ben"]);
    // By mail only who turned it on.
    expect(await mailAll(catcher, inMinutes(167))).toEqual([]);
  });

  it("comes by mail to whoever turned that on", async () => {
    await asks(ben, roomId);
    await db().notificationSettings.create({ data: { personId: ben, changed: ["episode.mail"] } });
    await writeReminders(hotSql(), inMinutes(166));
    expect(await mailAll(catcher, inMinutes(166))).toEqual(["ben@example.org “Owls” begins soon"]);
  });

  it("of an episode that was moved comes at the new hour, also where the old one had been told", async () => {
    await asks(ben, roomId);
    await writeReminders(hotSql(), inMinutes(166));
    expect(await pushAll(inMinutes(166))).toEqual(["soon ben"]);
    await moveTo(roomId, inMinutes(240));
    expect(await pushAll()).toEqual(["moved ben"]);
    await rename(roomId, "Bats");
    await writeReminders(hotSql(), inMinutes(180));
    await writeReminders(hotSql(), inMinutes(226));
    await rename(roomId, "Owls");
    await writeReminders(hotSql(), inMinutes(227));
    const told = await pushAll(inMinutes(227));
    expect(told.filter((one) => one.startsWith("soon"))).toEqual(["soon ben"]);
    // The list tells of the hour that stands, once.
    expect((await listOf(ben)).filter((one) => one === "episode soon")).toEqual(["episode soon"]);
  });

  it("is not sent of an hour that is not its own any more", async () => {
    await asks(ben, roomId);
    await writeReminders(hotSql(), inMinutes(166));
    await moveTo(roomId, inMinutes(240));
    expect(await pushAll()).toEqual(["moved ben"]);
  });

  it("is of nobody's draft", async () => {
    await db().episode.update({ where: { roomId }, data: { publishedAt: null } });
    await asks(ben, roomId);
    await writeReminders(hotSql(), inMinutes(166));
    expect(await pushAll(inMinutes(166))).toEqual([]);
  });
});

describe("going live", () => {
  it("is told to those who asked and to followers of the show, and to whoever also follows the host once", async () => {
    await asks(ben, roomId);
    const gil = await addReader("gil", service);
    await followsShow(gil, showId);
    const eve = await addReader("eve", service);
    for (const followerId of [ben, gil, eve]) {
      await db().follow.create({ data: { followerId, followeeId: ada, createdAt: inMinutes(-60) } });
    }
    await goLive(roomId);
    await db().seat.create({ data: { id: crypto.randomUUID(), roomId, personId: ada, role: "host" } });
    await tellGoingLive(hotSql(), { personId: ada, roomId, kind: "went_live" });
    expect(await pushAll()).toEqual(["live ben", "live gil"]);
    for (let turn = 0; turn < 3; turn++)
      await sendPushes((await claimPushes({ personId: ada, roomId }, new Date())) ?? []);
    expect([...service.received].toSorted()).toEqual([
      ["ben", 1],
      ["eve", 1],
      ["gil", 1],
    ]);
    for (const who of [ben, gil, eve]) expect(await unreadNotifications({ id: who })).toEqual({ unread: 1 });
    const news = { roomId, sequence: 0, kind: "live" } as const;
    expect(await toldOfEpisodeNews([ben, gil, eve], news)).toEqual([]);
    expect(await mailAll(catcher)).toEqual([]);
  });

  it("is told to whoever follows the host, and turned that off, as news of the episode", async () => {
    await asks(ben, roomId);
    await db().follow.create({ data: { followerId: ben, followeeId: ada, createdAt: inMinutes(-60) } });
    await db().notificationSettings.create({ data: { personId: ben, changed: ["went_live.app"] } });
    await goLive(roomId);
    await tellGoingLive(hotSql(), { personId: ada, roomId, kind: "went_live" });
    expect(await listOf(ben)).toEqual(["episode live"]);
    expect(await toldOfEpisodeNews([ben], { roomId, sequence: 0, kind: "live" })).toEqual([ben]);
  });
});
