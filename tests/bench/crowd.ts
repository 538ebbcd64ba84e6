import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { startWebs } from "@/tests/bench/admission/webs";
import { arrive, nothingMet } from "@/tests/bench/crowd/arrival";
import { faultsOfOrder, getUp, makeRoom, nothingSeen, type Seen, watchRoom } from "@/tests/bench/crowd/room-facts";
import { Wires } from "@/tests/bench/crowd/wires";
import { report, rounded } from "@/tests/support/bench-report";
import { FakeMedia } from "@/tests/support/fake-media";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";
import { makeSignedIn, type SignedIn } from "@/tests/support/scenes/crowd";

const ARRIVALS = 20_000;
const ARRIVING_MS = 60_000;
/** They come in waves, as after a notification; the first is there at once. */
const WAVE_MS = 1_000;
const FIRST_WAVE = 2_000;
const CAPACITY = 5_000;
/** With the main room 14,950 places: the last thousands wait until others go. */
const OVERFLOW_ROOMS = 2;
/** A wave of this size is a crowd. */
const DOOR_BATCH = 100;
/** Somebody else comes in first, for another room: processes that a crowd meets have run for a while. */
const WARMING = 1_000;
const WARMING_TOGETHER = 50;
/** In the midst of a wave. */
const KILLED_AFTER_MS = 20_100;
/** People go once the family was full, and at the latest then. */
const GOING_AFTER_MS = 90_000;
const GO_EVERY_MS = 500;
const GO_TOGETHER = 125;
/** All is placed long before; what is not counts as unplaced. */
const OVER_AFTER_MS = 140_000;

/**
 * 20,000 signed-in people come for one room within a minute, at two web processes of a production build, one of which is
 * killed on the way. The family is full before all are in; later people go, so that those who wait find a place.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded(["max_connections=200"]);
  const media = new FakeMedia();
  await media.start();
  const template = await ensureTemplate(postgres.adminUrl);
  const databaseUrl = await copyTemplate(postgres.adminUrl, template, "plenum_crowd");
  const [database, watching] = [0, 1].map(() => new pg.Client({ connectionString: databaseUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([database.connect(), watching.connect()]);
  const webs = await startWebs(2, databaseUrl, { PLENUM_DOOR_BATCH: String(DOOR_BATCH) });
  const wires = webs.ports.map((port) => new Wires(port));
  const met = nothingMet();
  try {
    const crowd = await makeSignedIn(database, ARRIVALS + WARMING);
    const warming = crowd.splice(ARRIVALS);
    await comeIn(warming, await makeRoom(database, WARMING * 2, 0), wires);
    const roomId = await makeRoom(database, CAPACITY, OVERFLOW_ROOMS);
    const startedAt = performance.now();
    const since = () => performance.now() - startedAt;
    const isOver = () => met.placed === ARRIVALS || since() > OVER_AFTER_MS;
    const seen = nothingSeen();
    const watched = watchRoom(watching, { roomId, overflowRooms: OVERFLOW_ROOMS, seen, isOver });
    const killed = pause(KILLED_AFTER_MS).then(() => {
      webs.kill(1);
      wires[1]?.close();
    });
    const going = letPeopleGo(database, { roomId, seen, since, isOver });
    await Promise.all(
      crowd.map(async (person, place) => {
        await pause(arrivesAfterMs(place));
        await arrive(person, place, { roomId, wires, met, isOver });
      }),
    );
    const seconds = since() / 1_000;
    await Promise.all([killed, going, watched]);
    const { maxSeats, mostWaiting, ...facts } = seen;
    const { overtaken, jumped } = await faultsOfOrder(database);
    const times = met.times.toSorted((one, other) => one - other);
    const faults = [...met.statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);
    const figures = {
      arrivals: ARRIVALS,
      placed: met.placed,
      waiting: ARRIVALS - met.placed,
      maxSeats,
      doorP50Ms: rounded(quantile(times, 0.5)),
      doorP95Ms: rounded(quantile(times, 0.95)),
      doorP99Ms: rounded(quantile(times, 0.99)),
      answers: times.length,
      tickets: met.tickets,
      mostWaiting,
      waitOfEstimateP50: rounded(
        quantile(
          met.waitOfEstimate.toSorted((one, other) => one - other),
          0.5,
        ),
        2,
      ),
      lostAtKill: met.lost,
      seconds: rounded(seconds),
    };
    report("crowd", figures, [
      ...(facts.above === 0 ? [] : [`${facts.above} times a room held more than it may, or counted wrong`]),
      ...(met.placed === ARRIVALS ? [] : [`${ARRIVALS - met.placed} people were never placed`]),
      ...(faults === 0 ? [] : [`${faults} answers were faults: ${JSON.stringify([...met.statuses])}`]),
      ...(overtaken === 0 ? [] : [`${overtaken} people were called before somebody who stood in front of them`]),
      ...(jumped === 0 ? [] : [`${jumped} people without a ticket walked past those who waited`]),
      ...(facts.crowdSeen ? [] : ["no crowd was seen at the door, so that trigger was not tried"]),
      ...(facts.fullSeen ? [] : ["the family was never full, so that trigger was not tried"]),
    ]);
  } finally {
    for (const wire of wires) wire.close();
    await webs.stop();
    await Promise.all([database.end(), watching.end()]);
    await media.stop();
    await postgres.stop();
  }
}

/** People who come a few at a time, as on any evening. */
async function comeIn(people: SignedIn[], roomId: string, wires: Wires[]): Promise<void> {
  const world = { roomId, wires, met: nothingMet(), isOver: () => false };
  for (let from = 0; from < people.length; from += WARMING_TOGETHER) {
    const few = people.slice(from, from + WARMING_TOGETHER);
    await Promise.all(few.map((person, place) => arrive(person, place, world)));
  }
}

/** The first wave at once, the others spread over the minute. */
function arrivesAfterMs(place: number): number {
  if (place < FIRST_WAVE) return 0;
  const at = ((place - FIRST_WAVE) / (ARRIVALS - FIRST_WAVE)) * ARRIVING_MS;
  return Math.floor(at / WAVE_MS) * WAVE_MS;
}

type Going = { roomId: string; seen: Seen; since: () => number; isOver: () => boolean };

async function letPeopleGo(database: pg.Client, { roomId, seen, since, isOver }: Going): Promise<void> {
  while (!seen.fullSeen && since() < GOING_AFTER_MS && !isOver()) await pause(GO_EVERY_MS);
  while (!isOver()) {
    await getUp(database, roomId, GO_TOGETHER);
    await pause(GO_EVERY_MS);
  }
}

const quantile = (sorted: number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

await main();
