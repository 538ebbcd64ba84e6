import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { AccessToken, RoomServiceClient } from "livekit-server-sdk";
import { channelRoom } from "@/lib/domain/interpreting/channel";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { STAGE_TOPIC, type StageSignal } from "@/lib/wire/stage/stage-signal";
import { BUILD } from "@/scripts/start/folders.mjs";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { type Halls, type InHall, mute, packets, received, test } from "@/tests/e2e/support/halls";
import { expectSilence, expectTone, soundOf } from "@/tests/e2e/support/hear";
import { TONES } from "@/tests/e2e/support/tone";
import { askDatabase, pidOf } from "@/tests/support/running";

/** Source: mechanics, relay. */
const BACK_WITHIN_MS = 5_000;
const HEARD_DB = -50;

test("the stage is heard in every overflow room, by people who came when it was opened", async ({ halls }) => {
  await expectAllHear(halls);
  const [first, second] = halls.listeners as [InHall, InHall];
  expect(new Set([halls.mainRoomId, first.roomId, second.roomId]).size).toBe(3);
  await halls.come();
  const third = await halls.come();
  expect([halls.mainRoomId, first.roomId, second.roomId]).not.toContain(third.roomId);
  await expectTone(third.page, TONES.ada, { withinMs: 3_000 });
});

test("who speaks, whose microphone is on and who is there is told to overflow rooms, at most four times a second", async ({
  halls,
}) => {
  await expectAllHear(halls);
  const [listener] = halls.listeners as [InHall];
  const told = () => received<StageSignal>(listener, STAGE_TOPIC);
  const id = halls.host.id;
  await expect.poll(async () => (await told()).at(-1)?.speaking[id] ?? 0).toBeGreaterThan(0.05);
  expect((await told()).at(-1)).toMatchObject({ reach: true, open: [id], present: [id] });

  const before = (await told()).length;
  await listener.page.waitForTimeout(3_000);
  const speaking = (await told()).length - before;
  expect(speaking).toBeGreaterThanOrEqual(6);
  expect(speaking).toBeLessThanOrEqual(13);

  await mute(halls.ada, true);
  await expect.poll(async () => (await told()).at(-1)).toEqual({ reach: true, speaking: {}, open: [], present: [id] });
  const quiet = (await told()).length;
  await listener.page.waitForTimeout(4_500);
  expect((await told()).length - quiet).toBeLessThanOrEqual(3);
});

test("a silent stage sends nothing into overflow rooms, and is heard at once when somebody speaks again", {
  tag: "@long",
}, async ({ halls }) => {
  await expectAllHear(halls);
  const [listener] = halls.listeners as [InHall];
  await mute(halls.ada, true);
  await expectSilence(listener.page, TONES.ada, { withinMs: 1_500 });
  await listener.page.waitForTimeout(3_000);
  const before = await packets(listener);
  await listener.page.waitForTimeout(5_000);
  expect((await packets(listener)) - before).toBeLessThanOrEqual(2);
  await mute(halls.ada, false);
  await expectTone(listener.page, TONES.ada, { withinMs: 1_500 });
});

test("a relay that is killed is heard again in every overflow room within five seconds", async ({ halls, product }) => {
  test.setTimeout(120_000);
  await expectAllHear(halls);
  const gaps = halls.listeners.map(({ page }) => longestSilence(page, 12_000));
  process.kill(pidOf(product.dataFolder, "relay"), "SIGKILL");
  for (const gap of await Promise.all(gaps)) {
    expect(gap, "the kill was heard").toBeGreaterThan(500);
    expect(gap).toBeLessThan(BACK_WITHIN_MS);
  }
  await expectAllHear(halls);
});

test("two relays that fight for one family are heard as one, and the other takes over when one dies", {
  tag: "@long",
}, async ({ halls, product }) => {
  test.setTimeout(150_000);
  await expectAllHear(halls);
  const other = await startRelay(product.dataFolder);
  const stalled = pidOf(product.dataFolder, "relay");
  try {
    const taken = halls.listeners.map(({ page }) => longestSilence(page, 8_000));
    process.kill(stalled, "SIGSTOP");
    for (const gap of await Promise.all(taken)) expect(gap).toBeLessThan(BACK_WITHIN_MS);
    const second = await holderOf(product.dataFolder, halls.mainRoomId);

    // It wakes and believes that the family is its own still.
    const fought = halls.listeners.map(({ page }) => longestSilence(page, 8_000));
    process.kill(stalled, "SIGCONT");
    for (const gap of await Promise.all(fought)) expect(gap).toBeLessThan(BACK_WITHIN_MS);
    await expectAllHear(halls);
    expect(await holderOf(product.dataFolder, halls.mainRoomId)).toBe(second);

    const left = halls.listeners.map(({ page }) => longestSilence(page, 8_000));
    other.kill("SIGKILL");
    for (const gap of await Promise.all(left)) expect(gap).toBeLessThan(BACK_WITHIN_MS);
    await expectAllHear(halls);
    expect(await holderOf(product.dataFolder, halls.mainRoomId)).not.toBe(second);
  } finally {
    other.kill("SIGKILL");
    process.kill(stalled, "SIGCONT");
  }
});

test("with Postgres killed the stage goes on being heard", async ({ halls, product }) => {
  test.setTimeout(120_000);
  await expectAllHear(halls);
  const gaps = halls.listeners.map(({ page }) => longestSilence(page, 8_000));
  process.kill(pidOf(product.dataFolder, "postgres"), "SIGKILL");
  for (const gap of await Promise.all(gaps)) expect(gap).toBeLessThan(1_000);
  await expect.poll(async () => (await fetch(`${product.url}/api/ready`)).status, { timeout: 40_000 }).toBe(200);
});

test("after a crash of the media server the stage is carried again as soon as somebody speaks", async ({
  halls,
  product,
}) => {
  test.setTimeout(120_000);
  await expectAllHear(halls);
  process.kill(pidOf(product.dataFolder, "livekit"), "SIGKILL");
  const seat = () => halls.host.call<JoinAnswer>("POST", `/api/rooms/${halls.mainRoomId}/seat`);
  const returns = async () =>
    seat()
      .then(({ media }) => halls.ada.connect(media))
      .catch((fault: Error) => fault.message);
  await expect.poll(returns, { timeout: 20_000 }).toBe("in");
  await halls.ada.send(TONES.ada);
  const newcomer = await halls.come();
  expect(newcomer.roomId).not.toBe(halls.mainRoomId);
  await expectTone(newcomer.page, TONES.ada, { withinMs: BACK_WITHIN_MS });
});

test("after the end of the main room nothing is carried any more", async ({ halls }) => {
  await expectAllHear(halls);
  const [listener] = halls.listeners as [InHall];
  await halls.host.call("DELETE", `/api/rooms/${halls.mainRoomId}`);
  await expectSilence(listener.page, TONES.ada, { withinMs: 3_000 });
});

test("an interpreter is carried into the channels of halls where somebody listens, and nobody else who slips in", {
  tag: "@long",
}, async ({ arrive, halls, intrude, product }) => {
  const [listener, other] = halls.listeners as [InHall, InHall];
  const { ben, eve } = { ben: await arrive("ben"), eve: await arrive("eve") };
  await ben.call("POST", `/api/rooms/${halls.mainRoomId}/seat`);
  const guest = await fetch(`${product.url}/api/rooms/${listener.roomId}/seat`, { method: "POST" });
  const { seat } = (await guest.json()) as JoinAnswer;
  await askDatabase(
    product.dataFolder,
    `INSERT INTO interpreter (id, room_id, language, person_id, assigned_by_id) VALUES (gen_random_uuid(), $1, 'fr', $2, $3)`,
    [halls.mainRoomId, ben.id, halls.host.id],
  );
  const channels = await openChannels(product.dataFolder, "fr");
  const enter = async (hallId: string, identity: string, speaks: boolean) => {
    const person = await intrude();
    const outcome = await person.connect(await channels.pass(hallId, identity, speaks));
    return { ...person, outcome };
  };
  for (const hallId of [halls.mainRoomId, seat.roomId, other.roomId]) await channels.open(hallId);
  const interpreter = await enter(halls.mainRoomId, ben.id, true);
  expect(interpreter.outcome).toBe("in");
  // With a token from before; whoever holds no seat is put out as they come, and is carried nowhere meanwhile.
  const stranger = await enter(halls.mainRoomId, eve.id, true);
  await interpreter.send(TONES.ben);
  await stranger.send(TONES.eve);
  const ears = await enter(seat.roomId, seat.personId, false);
  expect(ears.outcome).toBe("in");
  await expectTone(ears.page, TONES.ben);
  await expectSilence(ears.page, TONES.eve, { withinMs: 0, forMs: 2_000 });
  await expectSilence(listener.page, TONES.ben, { withinMs: 0, forMs: 500 });
  expect(await channels.people(other.roomId)).toEqual([]);
  await expectTone(listener.page, TONES.ada);

  await askDatabase(product.dataFolder, "UPDATE interpreter SET ended_at = now() WHERE room_id = $1", [
    halls.mainRoomId,
  ]);
  await expectSilence(ears.page, TONES.ben, { withinMs: 3_000 });
});

async function openChannels(dataFolder: string, language: string) {
  const {
    LIVEKIT_URL: url = "",
    LIVEKIT_API_KEY: key,
    LIVEKIT_API_SECRET: secret,
  } = readRunRecord(dataFolder).environment ?? {};
  const rooms = new RoomServiceClient(url.replace(/^ws/, "http"), key, secret);
  return {
    open: (hallId: string) => rooms.createRoom({ name: channelRoom(hallId, language) }),
    people: async (hallId: string) => {
      const people = await rooms.listParticipants(channelRoom(hallId, language));
      return people.map(({ identity }) => identity);
    },
    async pass(hallId: string, identity: string, speaks: boolean) {
      const token = new AccessToken(key, secret, { identity });
      token.addGrant({
        room: channelRoom(hallId, language),
        roomJoin: true,
        canSubscribe: true,
        canPublish: speaks,
        canPublishData: false,
        hidden: !speaks,
      });
      return { url, token: await token.toJwt() };
    },
  };
}

async function expectAllHear({ listeners }: Halls): Promise<void> {
  await Promise.all(listeners.map(({ page }) => expectTone(page, TONES.ada)));
}

/** The longest stretch without Ada's tone, in ms, in the next `forMs`. */
async function longestSilence(page: InHall["page"], forMs: number): Promise<number> {
  const from = Date.now();
  let heardAt = from;
  let longest = 0;
  while (Date.now() - from < forMs) {
    const { toneDb } = await soundOf(page, TONES.ada);
    if (toneDb > HEARD_DB) heardAt = Date.now();
    longest = Math.max(longest, Date.now() - heardAt);
    await page.waitForTimeout(50);
  }
  return longest;
}

/** A second relay process of the same product, as a second machine would run it. */
async function startRelay(dataFolder: string): Promise<ChildProcess> {
  const { environment } = readRunRecord(dataFolder);
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [join(BUILD, "relay.mjs")], { env, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout?.pipe(createWriteStream(join(dataFolder, "logs", "relay-2.log")));
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (line) => String(line).includes('"msg":"ready"') && resolve());
  });
  return child;
}

async function holderOf(dataFolder: string, mainRoomId: string): Promise<string | undefined> {
  const sql = "SELECT holder FROM work_lease WHERE name = 'relay:' || $1 AND lease_until > now()";
  return (await askDatabase<{ holder: string }>(dataFolder, sql, [mainRoomId]))[0]?.holder;
}
