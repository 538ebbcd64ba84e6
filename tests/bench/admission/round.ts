import { randomUUID } from "node:crypto";
import type pg from "pg";
import { median, rounded } from "@/tests/support/bench-report";
import type { SignedIn } from "@/tests/support/crowd";
import { type FloodAnswer, flood } from "@/tests/support/flood";

const TOGETHER = 200;

/** What one round measured, and which invariants it broke. */
export type Round = {
  admitted: number;
  refused: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  emptyRoutePerSecond: number;
  broken: string[];
};

type Wanted = { database: pg.Client; ports: number[]; crowd: SignedIn[]; capacity: number };

/** The empty route, then the same people into a new room, then the empty route again; its rate is the mean of both. */
export async function runRound({ database, ports, crowd, capacity }: Wanted): Promise<Round> {
  const roomId = await freshRoom(database, capacity);
  const empty = crowd.map((one) => requestOf("GET", "/api/health", one));
  const joins = crowd.map((one) => requestOf("POST", `/api/rooms/${roomId}/seat`, one));
  const before = await flood({ ports, requests: empty, together: TOGETHER });
  const joined = await flood({ ports, requests: joins, together: TOGETHER });
  const after = await flood({ ports, requests: empty, together: TOGETHER });
  const times = joined.answers.map((answer) => answer.ms).toSorted((one, other) => one - other);
  const round = {
    admitted: countOf(joined.answers, 200),
    refused: countOf(joined.answers, 409),
    perSecond: joins.length / joined.seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    emptyRoutePerSecond: (empty.length / before.seconds + empty.length / after.seconds) / 2,
  };
  return { ...round, broken: await brokenInvariants(database, roomId, { capacity, joiners: crowd.length, ...round }) };
}

/** Rates and times of the middle round by its ratio, so that they belong together. */
export function admissionFigures(rounds: Round[]) {
  const ratioOf = (round: Round) => round.perSecond / round.emptyRoutePerSecond;
  const middle = median(rounds.map(ratioOf));
  const round = rounds.find((one) => ratioOf(one) === middle) as Round;
  return {
    admitted: round.admitted,
    overflow: 0,
    refused: round.refused,
    perSecond: rounded(round.perSecond),
    p50Ms: rounded(round.p50Ms, 1),
    p99Ms: rounded(round.p99Ms, 1),
    emptyRoutePerSecond: rounded(round.emptyRoutePerSecond),
    ratio: rounded(middle, 2),
  };
}

/** Nobody sits anywhere, so that every round costs the same. */
async function freshRoom(database: pg.Client, capacity: number): Promise<string> {
  const id = randomUUID();
  await database.query("TRUNCATE room CASCADE");
  await database.query(
    `INSERT INTO room (id, title, language, capacity, created_by_id, live_at)
     SELECT $1, 'Bench', 'en', $2, id, now() FROM person LIMIT 1`,
    [id, capacity],
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

type Expected = { capacity: number; joiners: number; admitted: number; refused: number };

async function brokenInvariants(database: pg.Client, roomId: string, expected: Expected): Promise<string[]> {
  const { capacity, joiners, admitted, refused } = expected;
  const { rows } = await database.query<{ seats: number; people: number; counted: number }>(
    `SELECT (SELECT count(*)::int FROM seat WHERE room_id = $1 AND closed_at IS NULL) AS seats,
            (SELECT count(DISTINCT person_id)::int FROM seat WHERE closed_at IS NULL) AS people,
            (SELECT open_seats FROM room WHERE id = $1) AS counted`,
    [roomId],
  );
  const { seats, people, counted } = rows[0] ?? { seats: -1, people: -1, counted: -1 };
  return [
    ...(seats === capacity ? [] : [`${seats} seats are open in a room of ${capacity}`]),
    ...(counted === seats ? [] : [`the counter says ${counted}, ${seats} seats are open`]),
    ...(people === seats ? [] : [`${people} people hold ${seats} seats`]),
    ...(admitted === capacity ? [] : [`${admitted} were told that they have a seat`]),
    ...(refused === joiners - capacity ? [] : [`${refused} were refused, the rest had another answer`]),
  ];
}
