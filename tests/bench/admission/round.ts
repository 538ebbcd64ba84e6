import { randomUUID } from "node:crypto";
import type pg from "pg";
import { defaultReserve } from "@/lib/domain/rooms/room";
import { median, rounded } from "@/tests/support/bench-report";
import type { SignedIn } from "@/tests/support/scenes/crowd";
import { type FloodAnswer, flood } from "@/tests/support/scenes/flood";

const TOGETHER = 200;

/** What one round measured, and which invariants it broke. `admitted`: seats in the main room; `overflow`: in the others. */
export type Round = {
  admitted: number;
  overflow: number;
  refused: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  emptyRoutePerSecond: number;
  broken: string[];
};

/** `overflowRooms`: how many the family may open; 0 is no overflow. */
type Wanted = { database: pg.Client; ports: number[]; crowd: SignedIn[]; capacity: number; overflowRooms: number };

/** The empty route, then the same people into a new room, then the empty route again; its rate is the mean of both. */
export async function runRound({ database, ports, crowd, capacity, overflowRooms }: Wanted): Promise<Round> {
  const reserve = overflowRooms > 0 ? defaultReserve(capacity) : 0;
  const roomId = await freshRoom(database, { capacity, reserve, overflowRooms });
  const empty = crowd.map((one) => requestOf("GET", "/api/health", one));
  const joins = crowd.map((one) => requestOf("POST", `/api/rooms/${roomId}/seat`, one));
  const before = await flood({ ports, requests: empty, together: TOGETHER });
  const joined = await flood({ ports, requests: joins, together: TOGETHER });
  const after = await flood({ ports, requests: empty, together: TOGETHER });
  const times = joined.answers.map((answer) => answer.ms).toSorted((one, other) => one - other);
  const seats = await readSeats(database, roomId);
  const round = {
    admitted: seats.main,
    overflow: seats.overflow,
    refused: countOf(joined.answers, 409),
    perSecond: joins.length / joined.seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    emptyRoutePerSecond: (empty.length / before.seconds + empty.length / after.seconds) / 2,
  };
  const inMain = Math.min(crowd.length, capacity - reserve);
  const elsewhere = crowd.length - inMain;
  const expected = { inMain, overflow: overflowRooms > 0 ? elsewhere : 0, refused: overflowRooms > 0 ? 0 : elsewhere };
  return { ...round, broken: brokenInvariants(seats, expected, joined.answers) };
}

/** Rates and times of the middle round by its ratio, so that they belong together. */
export function admissionFigures(rounds: Round[]) {
  const ratioOf = (round: Round) => round.perSecond / round.emptyRoutePerSecond;
  const middle = median(rounds.map(ratioOf));
  const round = rounds.find((one) => ratioOf(one) === middle) as Round;
  return {
    admitted: round.admitted,
    overflow: round.overflow,
    refused: round.refused,
    perSecond: rounded(round.perSecond),
    p50Ms: rounded(round.p50Ms, 1),
    p99Ms: rounded(round.p99Ms, 1),
    emptyRoutePerSecond: rounded(round.emptyRoutePerSecond),
    ratio: rounded(middle, 2),
  };
}

type RoomSize = { capacity: number; reserve: number; overflowRooms: number };

/** Nobody sits anywhere, so that every round costs the same. */
async function freshRoom(database: pg.Client, { capacity, reserve, overflowRooms }: RoomSize): Promise<string> {
  const id = randomUUID();
  await database.query("TRUNCATE room CASCADE");
  await database.query(
    `INSERT INTO room (id, title, language, capacity, reserve, overflow_limit, created_by_id, live_at)
     SELECT $1, 'Bench', 'en', $2, $3, $4, id, now() FROM person WHERE name = 'Nobody here' LIMIT 1`,
    [id, capacity, reserve, overflowRooms],
  );
  await database.query("INSERT INTO room_clock (room_id) VALUES ($1)", [id]);
  return id;
}

function requestOf(method: string, path: string, { credential }: SignedIn): string {
  const length = method === "POST" ? "content-length: 0\r\n" : "";
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n${credential}\r\n${length}\r\n`;
}

const countOf = (answers: FloodAnswer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

const quantile = (sorted: number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** `people`: who hold an open seat anywhere. `miscounted`: rooms whose counter is not their seats, `above`: with more than they hold. */
type Seats = { main: number; overflow: number; people: number; miscounted: number; above: number };

async function readSeats(database: pg.Client, roomId: string): Promise<Seats> {
  const { rows } = await database.query<Seats>(
    `WITH counted AS (
       SELECT r.id, r.open_seats, r.capacity, (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL) AS seats
       FROM room r)
     SELECT coalesce(sum(seats) FILTER (WHERE id = $1), 0)::int AS main, coalesce(sum(seats) FILTER (WHERE id <> $1), 0)::int AS overflow,
       (SELECT count(DISTINCT person_id)::int FROM seat WHERE closed_at IS NULL) AS people,
       count(*) FILTER (WHERE seats <> open_seats)::int AS miscounted, count(*) FILTER (WHERE seats > capacity)::int AS above
     FROM counted`,
    [roomId],
  );
  if (!rows[0]) throw new Error("the database does not count");
  return rows[0];
}

type Expected = { inMain: number; overflow: number; refused: number };

function brokenInvariants(seats: Seats, { inMain, overflow, refused }: Expected, answers: FloodAnswer[]): string[] {
  const told = countOf(answers, 200);
  const turnedAway = countOf(answers, 409);
  return [
    ...(seats.main === inMain ? [] : [`${seats.main} seats are open in a room that holds ${inMain} of them`]),
    ...(seats.overflow === overflow
      ? []
      : [`${seats.overflow} seats are open in overflow rooms instead of ${overflow}`]),
    ...(seats.miscounted === 0 ? [] : [`${seats.miscounted} rooms count other seats than they have`]),
    ...(seats.above === 0 ? [] : [`${seats.above} rooms hold more than their capacity`]),
    ...(seats.people === seats.main + seats.overflow ? [] : [`${seats.people} people hold all seats`]),
    ...(told === inMain + overflow ? [] : [`${told} were told that they have a seat`]),
    ...(turnedAway === refused ? [] : [`${turnedAway} were refused, ${refused} should have been`]),
    ...(told + turnedAway === answers.length ? [] : [`${answers.length - told - turnedAway} had another answer`]),
  ];
}
