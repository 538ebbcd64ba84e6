import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Ruling } from "@/lib/domain/ruling";
import { ServiceAway } from "@/lib/domain/service-away";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { Member } from "@/lib/server/callers/caller";
import { raiseHand } from "@/lib/server/commands/hands/raise-hand";
import { liftBan } from "@/lib/server/commands/moderation/lift-ban";
import { removePerson } from "@/lib/server/commands/moderation/remove-person";
import { endRoom } from "@/lib/server/commands/rooms/end-room";
import { acceptOffer } from "@/lib/server/commands/stage/accept-offer";
import { moveToAudience } from "@/lib/server/commands/stage/move-to-audience";
import { offerStage } from "@/lib/server/commands/stage/offer-stage";
import { db } from "@/lib/server/postgres/db";
import { closeExpiredSeats } from "@/lib/server/sweeping/close-expired-seats";
import { addCrowd, addRoom, emptyHouse, faultsOfSeats } from "@/tests/support/scenes/at-the-door";

const PEOPLE = 8;
/** The smaller ones fill up; each is hosted by the person of its number. */
const CAPACITIES = [3, 5, 20];
const SWEEP_FENCE = 1n;

let pools: pg.Pool[];
let doors: Door[];

beforeAll(() => {
  pools = [0, 1].map(() => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 }));
  doors = pools.map((pool) => openDoor(pool));
});
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

type House = { people: PersonId[]; rooms: RoomId[] };

/** One thing that happens; the numbers name a person, a room and a door. */
type Act = { what: keyof typeof ACTS; person: number; room: number; door: number };

type Doer = (here: {
  door: Door;
  caller: Member;
  roomId: RoomId;
  host: Member;
  personId: PersonId;
}) => Promise<unknown>;

const ACTS = {
  join: ({ door, caller, roomId }) => door.admit({ roomId, personId: caller.id, kind: "member" }),
  joinTwice: ({ door, caller, roomId }) =>
    Promise.all(doors.concat(door).map((one) => one.admit({ roomId, personId: caller.id, kind: "member" }))),
  leave: ({ door, caller, roomId }) => door.leave({ roomId, personId: caller.id }),
  leaseRunsOut: ({ roomId, personId }) => runOut(roomId, personId),
  raiseHand: ({ caller, roomId }) => run(raiseHand, caller, { roomId }),
  offer: ({ host, roomId, personId }) => run(offerStage, host, { roomId, personId }),
  promote: async ({ host, caller, roomId, personId }) => {
    await run(offerStage, host, { roomId, personId });
    return run(acceptOffer, caller, { roomId });
  },
  demote: ({ host, roomId, personId }) => run(moveToAudience, host, { roomId, personId }),
  ban: ({ host, roomId, personId }) => run(removePerson, host, { roomId, personId }, { reason: "" }),
  liftBan: ({ host, roomId, personId }) => run(liftBan, host, { roomId, personId }),
  end: ({ host, roomId }) => run(endRoom, host, { roomId }),
} satisfies Record<string, Doer>;

/** Ending is rare, or every sequence would soon be about ended rooms. */
const WEIGHTS: Partial<Record<keyof typeof ACTS, number>> = {
  join: 8,
  joinTwice: 3,
  leave: 3,
  leaseRunsOut: 2,
  promote: 3,
  end: 0.2,
};

const anAct: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    ...Object.keys(ACTS).map((name) => ({
      weight: Math.round((WEIGHTS[name as Act["what"]] ?? 1) * 10),
      arbitrary: fc.constant(name as Act["what"]),
    })),
  ),
  person: fc.nat({ max: PEOPLE - 1 }),
  room: fc.nat({ max: CAPACITIES.length - 1 }),
  door: fc.nat({ max: 1 }),
});

it("never seats above the cap, nobody twice, and counts what it seats, whatever happens at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 8 }),
      async (turns) => {
        const house = await newHouse();
        for (const turn of turns) {
          await Promise.all(turn.map((act) => happen(house, act)));
          expect(await faultsOfSeats()).toEqual([]);
        }
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);

async function newHouse(): Promise<House> {
  await emptyHouse();
  const people = await addCrowd(PEOPLE);
  const rooms: RoomId[] = [];
  for (const [index, capacity] of CAPACITIES.entries()) {
    rooms.push(await addRoom({ createdById: people[index] as PersonId, capacity, title: `room ${index}` }));
  }
  await db().workLease.upsert({ where: { name: "sweep" }, create: { name: "sweep", fence: SWEEP_FENCE }, update: {} });
  return { people, rooms };
}

async function happen({ people, rooms }: House, act: Act): Promise<void> {
  const personId = people[act.person] as PersonId;
  const host = member(people[act.room] as PersonId);
  const here = {
    door: doors[act.door] as Door,
    caller: member(personId),
    roomId: rooms[act.room] as RoomId,
    host,
    personId,
  };
  try {
    await ACTS[act.what](here);
  } catch (fault) {
    // LiveKit is nowhere here; what was decided stands all the same.
    if (!(fault instanceof ServiceAway && fault.service === "media")) throw fault;
  }
}

const member = (id: PersonId): Member => ({ id, kind: "member", admin: false });

type AnyCommand<Input> = {
  run: (ask: {
    caller: Member;
    params: Record<string, string>;
    input: Input;
    request: Request;
  }) => Promise<Ruling<unknown, string>>;
};

const run = <Input>(command: AnyCommand<Input>, caller: Member, params: Record<string, string>, input = {} as Input) =>
  command.run({ caller, params, input, request: new Request("http://localhost:3000/") });

async function runOut(roomId: RoomId, personId: PersonId): Promise<void> {
  await db().seat.updateMany({ where: { roomId, personId, closedAt: null }, data: { leaseUntil: new Date(0) } });
  await closeExpiredSeats(roomId, [personId], new Date(), SWEEP_FENCE);
}
