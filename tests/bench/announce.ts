import { setTimeout as pause } from "node:timers/promises";
import { HANDS_A_PAGE } from "@/lib/domain/hands/hand";
import { hotPool } from "@/lib/server/postgres/db";
import { stopListening } from "@/lib/server/postgres/listen";
import { runAnnouncer } from "@/lib/worker/announcer";
import { report, rounded } from "@/tests/support/bench-report";
import { closeProcess } from "@/tests/support/close-process";
import { FakeMedia, type SentMessage } from "@/tests/support/fake-media";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";
import { openScene, type Scene } from "@/tests/support/scenes/stage-scene";
import { bustle, seatListeners } from "./announce/busy-room";
import { Follower } from "./announce/follower";

const LISTENERS = 1_000;
/** Less than an invitation lives, so that all are open at the end. */
const BUSY_MS = 20_000;
const MOST_A_SECOND = 4;
const MINUTE_MS = 60_000;
const SETTLED_WITHIN_MS = 15_000;

/**
 * The announcer in a busy room: 1,000 hands raised, 200 lines of chat and 500 reactions a second, a speaker muted and
 * unmuted, many invited at once. A stand-in for LiveKit notes what is sent; a moderator and an invited listener follow it
 * with the browser's own rules, and must hold in the end what Postgres holds.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded(["fsync=off", "synchronous_commit=off", "max_connections=100"]);
  const media = new FakeMedia();
  Object.assign(process.env, {
    DATABASE_URL: await copyTemplate(postgres.adminUrl, await ensureTemplate(postgres.adminUrl), "announce"),
    PLENUM_URL: "http://localhost:3000",
    PLENUM_LOCAL: "1",
    PLENUM_SECRET: "a secret that only this bench knows, 32+",
    LIVEKIT_API_KEY: "bench",
    LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    LOG_LEVEL: "warn",
  });
  await media.start();
  const stop = new AbortController();
  try {
    const scene = await openScene(media);
    const listeners = await seatListeners(scene, LISTENERS);
    const [invited] = listeners;
    if (!invited) throw new Error("nobody to invite");
    const followers = [new Follower(scene.roomId, scene.id.ben), new Follower(scene.roomId, invited.id)];
    for (const follower of followers) await follower.enter();
    handOn(media, followers);
    const announcing = runAnnouncer("bench", stop.signal);
    await pause(1_000);
    const startedAt = performance.now();
    const done = await bustle(scene, listeners, BUSY_MS);
    const busyMs = performance.now() - startedAt;
    const sent = [...media.sent];
    await untilAllSent(scene.roomId);
    stop.abort();
    await announcing;
    const broken = await whatIsLost(scene, followers);
    if (done.hands < LISTENERS) broken.push(`only ${done.hands} hands went up`);
    const maxPerSecond = mostInASecond(media.sent);
    if (maxPerSecond > MOST_A_SECOND) broken.push(`${maxPerSecond} messages in one second`);
    const heard = sent.filter(({ to }) => to.length === 0);
    const bytes = heard.reduce((sum, { message }) => sum + Buffer.byteLength(JSON.stringify(message)), 0);
    const perMinute = MINUTE_MS / busyMs;
    report(
      "announce",
      {
        ...done,
        maxPerSecond,
        messagesPerListenerPerMinute: rounded(heard.length * perMinute),
        bytesPerListenerPerMinute: rounded(bytes * perMinute),
        messagesInAll: sent.length,
        moderatorsReadings: followers[0]?.readings ?? 0,
      },
      broken,
    );
  } finally {
    stop.abort();
    await stopListening();
    await closeProcess();
    await media.stop();
    await postgres.stop();
  }
}

/** What is sent reaches those it is for, as it is sent. */
function handOn(media: FakeMedia, followers: Follower[]): void {
  const push = media.sent.push.bind(media.sent);
  media.sent.push = (...messages: SentMessage[]) => {
    for (const { to, message } of messages) {
      for (const follower of followers) if (to.length === 0 || to.includes(follower.personId)) follower.hear(message);
    }
    return push(...messages);
  };
}

async function untilAllSent(roomId: string): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN_MS;
  for (let behind = 1; behind > 0 && performance.now() < until; await pause(100)) {
    const { rows } = await hotPool().query<{ behind: number }>(
      "SELECT (c.version - a.sent_version)::int AS behind FROM room_clock c JOIN announcer a USING (room_id) WHERE c.room_id = $1",
      [roomId],
    );
    behind = rows[0]?.behind ?? 1;
  }
}

/** What a moderator and an invited person hold, beside what Postgres says. */
async function whatIsLost({ roomId }: Scene, [moderator, invited]: Follower[]): Promise<string[]> {
  const broken: string[] = [];
  const held = await moderator?.settled();
  const hands = await idsOf(
    "SELECT person_id AS id FROM hand WHERE room_id = $1 AND closed_at IS NULL ORDER BY raised_at, id",
    roomId,
  );
  const queue = held?.mine.hands?.map(({ person }) => person.id) ?? [];
  if (queue.slice(0, HANDS_A_PAGE).join() !== hands.slice(0, HANDS_A_PAGE).join()) {
    broken.push("the moderator's queue is not that of Postgres");
  }
  if (held?.mine.handTotals?.waiting !== hands.length) {
    broken.push(`the moderator counts ${held?.mine.handTotals?.waiting} hands, Postgres ${hands.length}`);
  }
  const offers = await idsOf(
    "SELECT id FROM offer WHERE room_id = $1 AND closed_at IS NULL AND expires_at > now() ORDER BY id",
    roomId,
  );
  const known = held?.mine.offers?.map(({ id }) => id) ?? [];
  if (known.toSorted().join() !== offers.toSorted().join()) {
    broken.push(`the moderator knows of ${known.length} invitations, Postgres of ${offers.length}`);
  }
  if (!(await invited?.settled())?.mine.offer) broken.push("an invited listener does not know of it");
  return broken;
}

async function idsOf(sql: string, roomId: string): Promise<string[]> {
  const { rows } = await hotPool().query<{ id: string }>(sql, [roomId]);
  return rows.map(({ id }) => id);
}

/** The most in any second, as they arrived: a twentieth less than a second, since arrival jitters on a busy machine. */
function mostInASecond(sent: SentMessage[]): number {
  const times = sent.map(({ at }) => at).toSorted((one, other) => one - other);
  return Math.max(0, ...times.map((start, index) => times.slice(index).filter((at) => at < start + 950).length));
}

await main();
