import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { guideOverflow } from "./guide-overflow";
import { hostReturns } from "./host-returns";
import { judgeBatch, type Verdict } from "./judge-batch";
import { leaveRooms } from "./leave-rooms";
import { lockRooms } from "./lock-rooms";
import { openOverflow } from "./open-overflow";
import { type ArrivalAtDoor, readArrivals } from "./read-arrivals";
import type { Admission, JoinRequest } from "./request";
import { stageArrivals } from "./stage-arrivals";
import { takeUpOffers } from "./take-up-offers";
import { writeHappenings } from "./write-happenings";
import { type OpenedSeat, openSeats, renewSeats } from "./write-seats";

/** What one request came to; `again` where a race seated the person elsewhere meanwhile. */
export type BatchAnswer = Admission | "again";

/**
 * Admits people, each named at most once, inside one transaction: lock, read, judge, write. Answers in the order of the
 * requests.
 */
export async function admitBatch(
  client: pg.ClientBase,
  requests: JoinRequest[],
  arrivalsPerSecond: (roomId: RoomId) => number,
): Promise<BatchAnswer[]> {
  const rooms = await lockRooms(client, unique(requests, "roomId"), unique(requests, "personId"));
  const arrivals = await readArrivals(client, requests);
  const guides = await guideOverflow(client, rooms, requests);
  const { verdicts, opening } = judgeBatch(rooms, arrivals, { guides, arrivalsPerSecond });
  await openOverflow(client, opening);
  return carryOut(client, arrivals, verdicts);
}

const unique = <Key extends "roomId" | "personId">(requests: JoinRequest[], key: Key): JoinRequest[Key][] => [
  ...new Set(requests.map((request) => request[key])),
];

async function carryOut(client: pg.ClientBase, arrivals: ArrivalAtDoor[], verdicts: Verdict[]): Promise<BatchAnswer[]> {
  const judged = arrivals.map((arrival, index) => ({ ...arrival, verdict: verdicts[index] as Verdict }));
  const leaving = judged.flatMap(({ personId, verdict }) =>
    verdict.act === "sit" && verdict.leaving ? [{ roomId: verdict.leaving, personId }] : [],
  );
  const sitting = judged.flatMap(({ personId, page, verdict }) =>
    verdict.act === "sit" ? [{ roomId: verdict.roomId, personId, page: page ?? null, role: verdict.role }] : [],
  );
  // Before their old seats close, which gives up what was kept for them elsewhere.
  const accepted = await takeUpOffers(
    client,
    judged.flatMap(({ personId, keptIn, verdict }) =>
      verdict.act === "sit" && verdict.roomId === keptIn ? [personId] : [],
    ),
  );
  const departures = await leaveRooms(client, leaving, "moved");
  const opened = await openSeats(client, sitting);
  await renewSeats(
    client,
    judged.flatMap(({ page, verdict }) =>
      verdict.act === "keep" ? [{ id: verdict.seat.id, page: page ?? null }] : [],
    ),
  );
  const happened = [
    ...accepted,
    ...departures,
    ...(await stageArrivals(client, opened)),
    ...(await hostReturns(client, opened)),
  ];
  const versions = await writeHappenings(client, happened);
  const openedBy = new Map(opened.map((seat) => [seat.personId as string, seat]));
  return judged.map((person) => answerOf(person, openedBy.get(person.personId), versions));
}

function answerOf(
  person: ArrivalAtDoor & { verdict: Verdict },
  opened: OpenedSeat | undefined,
  versions: Map<string, number>,
): BatchAnswer {
  const { verdict, personId } = person;
  if (verdict.act === "again") return "again";
  if (verdict.act === "refuse") return refused(verdict.refusal, verdict.facts);
  if (verdict.act === "keep") {
    const { id, roomId, role, muted, openedAt } = verdict.seat;
    const seat = { id, roomId, personId, role, muted, openedAt: openedAt.toISOString() };
    return granted({ seat, fresh: false, left: null, version: null });
  }
  if (!opened) return "again";
  const seat = {
    id: opened.id,
    roomId: opened.roomId,
    personId,
    role: opened.role,
    muted: false,
    openedAt: opened.openedAt.toISOString(),
  };
  return granted({ seat, fresh: true, left: verdict.leaving, version: versions.get(opened.roomId) ?? null });
}
