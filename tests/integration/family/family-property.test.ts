import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ServiceAway } from "@/lib/domain/service-away";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { PlaceInLine } from "@/lib/server/admission/line/door-lines";
import type { Admission } from "@/lib/server/admission/request";
import { raiseHand } from "@/lib/server/commands/hands/raise-hand";
import { liftBan } from "@/lib/server/commands/moderation/lift-ban";
import { removePerson } from "@/lib/server/commands/moderation/remove-person";
import { acceptOffer } from "@/lib/server/commands/stage/accept-offer";
import { moveToAudience } from "@/lib/server/commands/stage/move-to-audience";
import { offerStage } from "@/lib/server/commands/stage/offer-stage";
import { db, hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { handsPage } from "@/lib/server/queries/hands/hands-page";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { closeEndedHeldSeats } from "@/lib/server/sweeping/close-ended-held-seats";
import { closeExpiredSeats } from "@/lib/server/sweeping/close-expired-seats";
import { addCrowd, addRoom, emptyHouse, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { act } from "@/tests/support/scenes/family-scene";

const PEOPLE = 14;
const CAPACITY = 4;
/** With these two the family holds twelve of the fourteen. */
const OVERFLOW_LIMIT = 2;
const SWEEP_FENCE = 1n;

/** Two processes' doors: batchers and pools of their own, one Postgres. */
let pools: pg.Pool[];
let doors: Door[];

beforeAll(() => {
  pools = [0, 1].map(
    (number) =>
      new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4, application_name: `family-${number}` }),
  );
  for (const pool of pools) pool.on("error", () => {});
  // A machine that is slow at this moment is no crowd here.
  doors = pools.map((pool) => openDoor(pool, undefined, { batch: 10_000, p95Ms: 60_000 }));
});
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

type House = { people: PersonId[]; main: RoomId; host: PersonId };

/** One thing that happens; the numbers name a person, a hall (0 is the main room) and a door. */
type Act = { what: keyof typeof ACTS; person: number; hall: number; door: number };

type Here = { house: House; door: Door; personId: PersonId; hall: RoomId };

const ACTS = {
  join: ({ house, door, personId }: Here) => join(door, house.main, personId),
  joinHall: ({ door, personId, hall }: Here) => join(door, hall, personId),
  joinAtBothDoors: ({ house, personId }: Here) => Promise.all(doors.map((door) => join(door, house.main, personId))),
  leave: ({ door, personId, hall }: Here) => door.leave({ roomId: hall, personId }),
  leaseRunsOut: ({ personId, hall }: Here) => runOut(hall, personId),
  raiseHand: ({ personId, hall }: Here) => act(raiseHand, personId, { roomId: hall }),
  callUp: async ({ house, personId, hall }: Here) => {
    await act(offerStage, house.host, { roomId: house.main, personId });
    return act(acceptOffer, personId, { roomId: hall });
  },
  sendBack: ({ house, personId }: Here) => act(moveToAudience, house.host, { roomId: house.main, personId }),
  ban: ({ house, personId }: Here) => act(removePerson, house.host, { roomId: house.main, personId }, { reason: "" }),
  liftBan: ({ house, personId }: Here) => act(liftBan, house.host, { roomId: house.main, personId }),
  holdsEnd: () => closeEndedHeldSeats(new Date(Date.now() + 11 * 60_000)),
  closeHall: ({ house, hall }: Here) => (hall === house.main ? Promise.resolve() : closeHall(hall)),
  /** Every connection of a process is cut in the middle of whatever it does. */
  crash: ({ door }: Here) => crash(doors.indexOf(door)),
} satisfies Record<string, (here: Here) => Promise<unknown>>;

const WEIGHTS: Partial<Record<keyof typeof ACTS, number>> = {
  join: 10,
  joinHall: 4,
  joinAtBothDoors: 3,
  leave: 3,
  leaseRunsOut: 2,
  callUp: 4,
  sendBack: 2,
  closeHall: 0.4,
  crash: 0.6,
};

const anAct: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    ...Object.keys(ACTS).map((name) => ({
      weight: Math.round((WEIGHTS[name as Act["what"]] ?? 1) * 10),
      arbitrary: fc.constant(name as Act["what"]),
    })),
  ),
  person: fc.nat({ max: PEOPLE - 1 }),
  hall: fc.nat({ max: OVERFLOW_LIMIT }),
  door: fc.nat({ max: 1 }),
});

/** A full family, one more who takes a place in line, and then a place that comes free: it is theirs, whoever asks before them. */
const FULL_WITH_ONE_IN_LINE: Act[][] = [
  Array.from({ length: 10 }, (_, place) => ({ what: "join", person: place + 1, hall: 0, door: 0 })),
  [{ what: "join", person: 12, hall: 0, door: 1 }],
  [{ what: "leave", person: 1, hall: 0, door: 0 }],
];

it("caps are exact, nobody sits twice, nobody is turned away while a room may be opened, and the queue is one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 7 }),
      async (turns) => {
        const house = await newHouse();
        for (const turn of turns) {
          const halls = await hallsOf(house);
          await Promise.all(turn.map((one) => happen(house, halls, one)));
          expect(await faultsOfSeats()).toEqual([]);
          await expectOneQueue(house);
        }
        await expectEverybodyPlaced(house);
        expect(await faultsOfSeats()).toEqual([]);
      },
    ),
    // A failure is made small for as long as there is time to say it.
    { numRuns: 15, interruptAfterTimeLimit: 120_000, examples: [[FULL_WITH_ONE_IN_LINE]] },
  );
}, 180_000);

async function newHouse(): Promise<House> {
  await emptyHouse();
  const people = await addCrowd(PEOPLE);
  const host = people[0] as PersonId;
  const main = await addRoom({
    createdById: host,
    capacity: CAPACITY,
    reserve: 2,
    overflowLimit: OVERFLOW_LIMIT,
    title: "main",
  });
  await db().workLease.upsert({ where: { name: "sweep" }, create: { name: "sweep", fence: SWEEP_FENCE }, update: {} });
  await join(doors[0] as Door, main, host);
  return { people, main, host };
}

/** The main room first. Halls that were closed stay in the list: people still ask for them. */
async function hallsOf({ main }: House): Promise<RoomId[]> {
  const rooms = await db().room.findMany({
    where: { mainRoomId: main },
    orderBy: { overflowNumber: "desc" },
    select: { id: true },
  });
  return [main, ...rooms.map(({ id }) => id as RoomId)];
}

async function happen(house: House, halls: RoomId[], one: Act): Promise<void> {
  const personId = house.people[one.person] as PersonId;
  // Ada's part: the host stays, or the family would end.
  if (personId === house.host && one.what !== "join" && one.what !== "crash") return;
  // Whoever sits somewhere mostly acts there, so that more of what happens comes to something.
  const seat = await db().seat.findFirst({ where: { personId, closedAt: null }, select: { roomId: true } });
  const acts = seat !== null && one.what !== "joinHall" && one.what !== "closeHall";
  const hall = acts ? (seat.roomId as RoomId) : (halls[one.hall] ?? house.main);
  try {
    await ACTS[one.what]({ house, door: doors[one.door] as Door, personId, hall });
  } catch (fault) {
    // Whoever was on their way out when the process crashed asks again, or runs out.
    if (!(fault instanceof ServiceAway)) throw fault;
  }
}

/** Null where the connection was lost in the middle: then nobody knows, and asking again is safe. */
async function join(door: Door, roomId: RoomId, personId: PersonId): Promise<Admission | null> {
  try {
    return await door.admit({ roomId, personId, kind: "member" });
  } catch (fault) {
    if (fault instanceof ServiceAway && fault.service === "database") return null;
    throw fault;
  }
}

async function runOut(roomId: RoomId, personId: PersonId): Promise<void> {
  await db().seat.updateMany({ where: { roomId, personId, closedAt: null }, data: { leaseUntil: new Date(0) } });
  await closeExpiredSeats(roomId, [personId], new Date(), SWEEP_FENCE);
}

async function closeHall(roomId: RoomId): Promise<void> {
  await inTransaction(async (tx) => {
    const room = await lockRoom(tx, roomId);
    if (room?.status === "live") await endLiveRoom(tx, roomId, null, new Date());
  });
}

async function crash(process: number): Promise<void> {
  await sleep(Math.random() * 10);
  await hotPool().query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [
    `family-${process}`,
  ]);
}

async function expectOneQueue(house: House): Promise<void> {
  const order = async (roomId: RoomId) => (await handsPage(roomId, null)).hands.map(({ person }) => person.id);
  const main = await order(house.main);
  for (const hall of await liveHalls(house)) expect(await order(hall)).toEqual(main);
}

async function liveHalls({ main }: House): Promise<RoomId[]> {
  const rooms = await db().room.findMany({ where: { mainRoomId: main, status: "live" }, select: { id: true } });
  return rooms.map(({ id }) => id as RoomId);
}

/**
 * In the end all ask once more. Only a family that is full and may not grow lets anybody take a place in line, or one
 * whose free places are others' who stand there already; those are called, so that asking on comes to a seat or to a full
 * family.
 */
async function expectEverybodyPlaced(house: House): Promise<void> {
  const line = await db().doorLine.findUnique({ where: { roomId: house.main } });
  for (const personId of house.people) {
    const waits = await askAtLast(house, personId);
    const takesPlace = waits && waits.number > (line?.lastNumber ?? 0);
    if (takesPlace && (await freePlaces(house)) > 0) expect(await standBefore(house, waits.number)).not.toBe(0);
  }
  await expect
    .poll(
      async () => {
        const answers: (PlaceInLine | null)[] = [];
        for (const personId of house.people) answers.push(await askAtLast(house, personId));
        return answers.every((place) => place === null) || (await freePlaces(house)) === 0;
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe(true);
}

/** Where somebody who is not let in stands in line; null where they sit, or are banned and told so. */
async function askAtLast(house: House, personId: PersonId): Promise<PlaceInLine | null> {
  let answer = await join(doors[0] as Door, house.main, personId);
  // A connection that a crash has cut may be noticed only when it is used next; the pool has four of them.
  for (let round = 0; answer === null && round < 4; round++)
    answer = await join(doors[0] as Door, house.main, personId);
  if (answer?.ok) return null;
  if (answer && "line" in answer) return answer.line;
  const bans = await db().roomBan.count({ where: { roomId: house.main, personId, liftedAt: null } });
  expect({ why: answer?.refusal ?? "lost", bans }).toEqual({ why: "banned", bans: 1 });
  return null;
}

/** How many stand before a number in the family's line, or were called and are expected. */
const standBefore = ({ main }: House, number: number): Promise<number> =>
  db().ticket.count({ where: { roomId: main, number: { lt: number }, closedAt: null } });

/** Listeners' places in the family's open rooms, and in those that may still be opened. */
async function freePlaces(house: House): Promise<number> {
  const halls = await db().room.findMany({
    where: { mainRoomId: house.main, status: "live" },
    select: { capacity: true, openSeats: true },
  });
  const open = halls.reduce((sum, { capacity, openSeats }) => sum + capacity - openSeats, 0);
  return open + (OVERFLOW_LIMIT - halls.length) * CAPACITY;
}
