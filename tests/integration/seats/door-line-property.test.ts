import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { ShownTicket } from "@/lib/server/admission/line/door-lines";
import { db } from "@/lib/server/postgres/db";
import { addCrowd, addMember, addRoom, emptyHouse, faultsOfSeats } from "@/tests/support/scenes/at-the-door";

const PEOPLE = 14;
const CAPACITY = 3;
/** With the main room: six places for fourteen people. */
const OVERFLOW_ROOMS = 1;

let pools: pg.Pool[];

beforeAll(() => {
  pools = [0, 1].map(() => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 }));
});
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

/** `ask`: with the ticket they hold, if they hold one. `forget`: without. `gone`: their ticket or their call was left alone. */
type Act = { what: "ask" | "forget" | "leave" | "gone"; person: number; door: number };

const anAct: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant("ask" as const) },
    { weight: 2, arbitrary: fc.constant("forget" as const) },
    { weight: 3, arbitrary: fc.constant("leave" as const) },
    { weight: 1, arbitrary: fc.constant("gone" as const) },
  ),
  person: fc.nat({ max: PEOPLE - 1 }),
  door: fc.nat({ max: 1 }),
});

it("with a line caps hold, nobody has two places, whoever is called stood first, and in the end everyone who wants sits", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (turns, crowded) => {
        await emptyHouse();
        const roomId = await addRoom({
          createdById: await addMember("ada"),
          capacity: CAPACITY,
          overflowLimit: OVERFLOW_ROOMS,
        });
        const house = { roomId, people: await addCrowd(PEOPLE), tickets: new Map<PersonId, ShownTicket>() };
        const triggers = { batch: crowded ? 2 : 1_000, p95Ms: 100_000 };
        for (const turn of turns) {
          const doors = pools.map((pool) => openDoor(pool, undefined, triggers));
          await Promise.all(turn.map((act) => happen(house, doors[act.door] as Door, act)));
          expect(await faultsOfSeats()).toEqual([]);
          expect(await faultsOfLine()).toEqual([]);
        }
        await seatEveryoneInTurn(house);
        expect(await faultsOfSeats()).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
}, 180_000);

type House = { roomId: RoomId; people: PersonId[]; tickets: Map<PersonId, ShownTicket> };

async function happen(house: House, door: Door, { what, person }: Act): Promise<void> {
  const personId = house.people[person] as PersonId;
  if (what === "leave") return leave(door, personId);
  if (what === "gone") {
    const longAgo = new Date(Date.now() - 31_000);
    await db().ticket.updateMany({ where: { personId, closedAt: null }, data: { polledAt: longAgo } });
    await db().ticket.updateMany({ where: { personId, calledAt: { not: null } }, data: { calledAt: longAgo } });
    return;
  }
  await ask(house, door, personId, what === "ask");
}

/** Whether they sit now. */
async function ask({ roomId, tickets }: House, door: Door, personId: PersonId, shows: boolean): Promise<boolean> {
  const ticket = shows ? tickets.get(personId) : undefined;
  const admission = await door.admit({ roomId, personId, kind: "member", ticket });
  if (!admission.ok && admission.refusal !== "waits") throw new Error(`turned away: ${admission.refusal}`);
  if (!admission.ok && admission.refusal === "waits") tickets.set(personId, admission.line);
  return admission.ok;
}

async function leave(door: Door, personId: PersonId): Promise<void> {
  const seat = await db().seat.findFirst({ where: { personId, closedAt: null } });
  if (seat) await door.leave({ roomId: seat.roomId as RoomId, personId });
}

/** Everybody asks until they have sat once; whoever sat goes again, so that there are places for the others. */
async function seatEveryoneInTurn(house: House): Promise<void> {
  const waiting = new Set(house.people);
  for (let round = 0; waiting.size > 0; round++) {
    if (round > PEOPLE * 3) throw new Error(`${waiting.size} people were never seated`);
    const doors = pools.map((pool) => openDoor(pool));
    const [door] = doors as [Door];
    const sat = new Set<PersonId>();
    await Promise.all(
      [...waiting].map(async (personId, index) => {
        if (await ask(house, doors[index % 2] as Door, personId, true)) sat.add(personId);
      }),
    );
    expect(await faultsOfSeats()).toEqual([]);
    for (const personId of sat) {
      waiting.delete(personId);
      await leave(door, personId);
    }
  }
}

/** Somebody who stands before a called person, came before them and was alive then, should have been called. */
async function faultsOfLine(): Promise<string[]> {
  const { rows } = await (pools[0] as pg.Pool).query<{ fault: string }>(`
    SELECT 'number ' || w.number || ' waits behind ' || c.number || ', who was called' AS fault
    FROM ticket w JOIN ticket c USING (room_id)
    WHERE w.closed_at IS NULL AND w.called_at IS NULL AND c.closed_at IS NULL AND c.called_at IS NOT NULL
      AND w.number < c.number AND w.taken_at < c.called_at AND w.polled_at < c.called_at
      AND w.polled_at > now() - interval '30 seconds'
    UNION ALL SELECT 'person ' || person_id || ' stands ' || count(*) || ' times'
    FROM ticket WHERE closed_at IS NULL GROUP BY person_id HAVING count(*) > 1
    UNION ALL SELECT 'person ' || t.person_id || ' sits and waits' FROM ticket t JOIN seat s
      ON s.person_id = t.person_id AND s.closed_at IS NULL WHERE t.closed_at IS NULL AND t.polled_at > now() - interval '30 seconds'`);
  return rows.map((row) => row.fault);
}
