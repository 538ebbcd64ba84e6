import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { claimEpisodeMails } from "@/lib/server/notifications/claim-episode-mails";
import { claimEpisodePushes } from "@/lib/server/notifications/claim-episode-pushes";
import { writeReminders } from "@/lib/server/notifications/write-reminders";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { toldOfEpisodeNews } from "@/lib/server/queries/notifications/told-of-episode-news";
import { type SmtpCatcher, startSmtpCatcher } from "@/tests/support/mail/smtp-catcher";
import { newPushKey, type PushService, startPushService } from "@/tests/support/push/push-service";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { listOf, mailAll, pushAll } from "@/tests/support/scenes/episode-news";
import { addEpisode, addReader, addShow, asks, inMinutes, moveTo } from "@/tests/support/scenes/episodes";

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

describe("nothing is told", () => {
  const OF: Record<string, () => Promise<unknown>> = {
    "to whoever blocked its host": () => db().block.create({ data: { blockerId: ben, blockedId: ada } }),
    "to whom its host blocked": () => db().block.create({ data: { blockerId: ada, blockedId: ben } }),
    "to whoever muted its host": () => db().notificationMute.create({ data: { personId: ben, mutedId: ada } }),
    "to whoever is out of the room": () => db().roomBan.create({ data: { roomId, personId: ben, bannedById: ada } }),
    "of what was closed meanwhile": () => db().room.update({ where: { id: roomId }, data: { kind: "closed" } }),
    "to whoever took it back": () => db().rsvp.deleteMany({ where: { personId: ben } }),
    "of what was news before they asked": () => db().rsvp.updateMany({ data: { at: inMinutes(1) } }),
    "of an episode of somebody who is banned": () =>
      db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } }),
    "to whoever turned it off": () =>
      db().notificationSettings.create({
        data: { personId: ben, changed: ["episode_change.app", "episode_change.push", "episode_change.mail"] },
      }),
  };
  it.for(Object.keys(OF))("%s", async (what) => {
    await asks(ben, roomId);
    await moveTo(roomId, inMinutes(240));
    expect(await listOf(ben)).toEqual(["episode_change moved"]);
    await OF[what]?.();
    expect(await pushAll()).toEqual([]);
    expect(await mailAll(catcher)).toEqual([]);
    expect(await listOf(ben)).toEqual([]);
    expect(await toldOfEpisodeNews([ben], { roomId, sequence: 1, kind: "moved" })).toEqual([]);
  });
});

describe("a pause and hours of quiet", () => {
  const quietNow = () => {
    const minute = new Date().getUTCHours() * 60 + new Date().getUTCMinutes();
    return { quietFrom: (minute + 1_439) % 1_440, quietUntil: (minute + 30) % 1_440, timeZone: "UTC" };
  };
  it.for(["pause", "quiet"])("(%s) hold the push back, and the mail of a change until they end", async (how) => {
    await asks(ben, roomId);
    const data = how === "pause" ? { pausedUntil: inMinutes(30) } : quietNow();
    await db().notificationSettings.create({ data: { personId: ben, ...data } });
    await moveTo(roomId, inMinutes(240));
    expect(await pushAll()).toEqual([]);
    expect(service.received.size).toBe(0);
    expect(await mailAll(catcher)).toEqual([]);
    expect(await listOf(ben)).toEqual(["episode_change moved"]);
    expect(await mailAll(catcher, inMinutes(31))).toEqual(["ben@example.org “Owls” has another time"]);
    expect(await mailAll(catcher, inMinutes(32))).toEqual([]);
  });

  it("drop a reminder's mail, and what is over by then", async () => {
    await asks(ben, roomId);
    await db().notificationSettings.create({
      data: { personId: ben, pausedUntil: inMinutes(600), changed: ["episode.mail"] },
    });
    await writeReminders(hotSql(), inMinutes(166));
    await moveTo(roomId, inMinutes(240));
    expect(await mailAll(catcher, inMinutes(167))).toEqual([]);
    await db().notificationSettings.updateMany({ data: { pausedUntil: null } });
    expect(await mailAll(catcher, inMinutes(601))).toEqual([]);
  });
});

describe("whatever crashes", () => {
  const crowd = async (size: number): Promise<void> => {
    for (let place = 0; place < size; place++) await asks(await addReader(`fan_${place}`, service), roomId);
  };

  it("between a claim and its pushes, nobody is told twice, and only those who were claimed last are not told", async () => {
    await crowd(45);
    await moveTo(roomId, inMinutes(240));
    const news = { roomId, sequence: 1, kind: "moved" } as const;
    expect((await claimEpisodePushes(news, new Date()))?.length).toBe(20);
    expect((await pushAll()).length).toBe(25);
    expect([...service.received.values()].every((times) => times === 1)).toBe(true);
  });

  it("between a claim and its mails, nobody is written to twice", async () => {
    await crowd(25);
    await moveTo(roomId, inMinutes(240));
    const news = { roomId, sequence: 1, kind: "moved" } as const;
    expect((await claimEpisodeMails(news, new Date()))?.length).toBe(10);
    const told = await mailAll(catcher);
    expect(told.length).toBe(15);
    expect(new Set(told).size).toBe(15);
  });

  it("in the middle of a claim, it is as if it had not begun", async () => {
    await crowd(5);
    await moveTo(roomId, inMinutes(240));
    const before = await db().episodeNews.findFirst();
    // The claim's transaction fails at its last step: the row is not to be moved.
    await hotSql().rows(
      undefined,
      "CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'crash'; END$$",
      [],
    );
    await hotSql().rows(undefined, "CREATE TRIGGER crash BEFORE UPDATE ON episode_news EXECUTE FUNCTION crash()", []);
    const news = { roomId, sequence: 1, kind: "moved" } as const;
    await expect(claimEpisodePushes(news, new Date())).rejects.toThrow();
    await expect(claimEpisodeMails(news, new Date())).rejects.toThrow();
    await hotSql().rows(undefined, "DROP FUNCTION crash CASCADE", []);
    expect(await db().episodeNews.findFirst()).toEqual(before);
    expect((await pushAll()).length).toBe(5);
    expect((await mailAll(catcher)).length).toBe(5);
  });

  it("between the change and its news, neither is there", async () => {
    await asks(ben, roomId);
    await hotSql().rows(
      undefined,
      "CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'crash'; END$$",
      [],
    );
    await hotSql().rows(undefined, "CREATE TRIGGER crash BEFORE INSERT ON episode_news EXECUTE FUNCTION crash()", []);
    const before = await db().room.findUniqueOrThrow({ where: { id: roomId } });
    await expect(moveTo(roomId, inMinutes(240))).rejects.toThrow();
    await hotSql().rows(undefined, "DROP FUNCTION crash CASCADE", []);
    expect(await db().room.findUniqueOrThrow({ where: { id: roomId } })).toEqual(before);
    expect(await pushAll()).toEqual([]);
  });

  it("several workers at once claim each person once", async () => {
    await crowd(60);
    await moveTo(roomId, inMinutes(240));
    const news = { roomId, sequence: 1, kind: "moved" } as const;
    const claims: string[] = [];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < 8; turn++) {
          claims.push(
            ...((await claimEpisodePushes(news, new Date())) ?? []).map(({ subscriptionId }) => subscriptionId),
          );
        }
      }),
    );
    expect(new Set(claims).size).toBe(claims.length);
    expect(claims.length + (await pushAll()).length).toBe(60);
  });
});

it("a mail server that says later is asked again, and one that hangs up is not", async () => {
  await asks(ben, roomId);
  await asks(await addReader("gil", service), roomId);
  catcher.tempers.set("ben@example.org", { at: "address", answer: "451 later" });
  catcher.tempers.set("gil@example.org", "hang up");
  await moveTo(roomId, inMinutes(240));
  await mailAll(catcher);
  catcher.tempers.clear();
  const before = catcher.mails.length;
  expect(await mailAll(catcher, inMinutes(2))).toEqual(["ben@example.org “Owls” has another time"]);
  expect(catcher.mails.length).toBe(before + 1);
});

it("whoever follows a show is told of its next episode alone where all are moved, and all are called off", async () => {
  const second = await addEpisode({ createdById: ada, title: "Bats", scheduledFor: inMinutes(60 * 27), showId });
  await db().showFollow.create({ data: { showId, personId: ben } });
  await moveTo(roomId, inMinutes(240));
  await moveTo(second, inMinutes(60 * 28));
  expect(await pushAll()).toHaveLength(1);
  expect(await listOf(ben)).toEqual(["episode_change moved"]);
  await asks(ben, second);
  await moveTo(second, inMinutes(60 * 29));
  expect(await pushAll()).toHaveLength(1);
});
