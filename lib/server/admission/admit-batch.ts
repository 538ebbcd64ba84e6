import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isOnStage } from "@/lib/domain/roles";
import { granted, refused } from "@/lib/domain/ruling";
import type { Sql } from "@/lib/server/postgres/sql";
import { seatView } from "@/lib/server/queries/rooms/seat-view";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { type OpenedSeat, openSeats } from "@/lib/server/seats/open-seats";
import { claimAgain } from "@/lib/server/seats/presence";
import { stageJoined } from "@/lib/server/seats/stage-joined";
import type { FamilyGrowth } from "./family-growth";
import { guideOverflow } from "./guide-overflow";
import { hostReturns } from "./host-returns";
import { judgeBatch, type Verdict } from "./judge-batch";
import { closeTickets } from "./line/close-tickets";
import type { ShownTicket } from "./line/door-lines";
import { giveTickets } from "./line/give-tickets";
import { keepTickets } from "./line/keep-tickets";
import { lockRooms } from "./lock-rooms";
import { openOverflow } from "./open-overflow";
import { type ArrivalAtDoor, readArrivals } from "./read-arrivals";
import type { Admission, JoinRequest, Waits } from "./request";
import { takeUpOffers } from "./take-up-offers";
import { type RoomHappened, writeHappenings } from "./write-happenings";

/** The outcome of one request; `again` where a race seated the person elsewhere meanwhile. `waits`: with this number. */
export type BatchAnswer = Exclude<Admission, Waits> | "again" | { waits: ShownTicket };

/** What only this process knows about the people at its door. */
export type DoorState = { growth: FamilyGrowth; isCrowded: (roomId: RoomId) => boolean };

/**
 * Admits people, each named at most once, inside one transaction: lock, read, judge, write. Answers in the order of the
 * requests.
 */
export async function admitBatch(sql: Sql, requests: JoinRequest[], state: DoorState): Promise<BatchAnswer[]> {
  const rooms = await lockRooms(sql, unique(requests, "roomId"), unique(requests, "personId"));
  const arrivals = await readArrivals(sql, requests, rooms, state.isCrowded);
  const guides = await guideOverflow(sql, rooms, arrivals);
  const { verdicts, opening } = judgeBatch(rooms, arrivals, { guides, growth: state.growth });
  await openOverflow(sql, opening);
  return carryOut(sql, arrivals, verdicts);
}

const unique = <Key extends "roomId" | "personId">(requests: JoinRequest[], key: Key): JoinRequest[Key][] => [
  ...new Set(requests.map((request) => request[key])),
];

async function carryOut(sql: Sql, arrivals: ArrivalAtDoor[], verdicts: Verdict[]): Promise<BatchAnswer[]> {
  const judged = arrivals.map((arrival, index) => ({ ...arrival, verdict: verdicts[index] as Verdict }));
  const leaving = judged.flatMap(({ personId, verdict }) =>
    verdict.act === "sit" && verdict.leaving ? [{ roomId: verdict.leaving, personId }] : [],
  );
  const sitting = judged.flatMap(({ personId, page, network, verdict }) =>
    verdict.act === "sit"
      ? [{ roomId: verdict.roomId, personId, page: page ?? null, role: verdict.role, network }]
      : [],
  );
  // Before their old seats close, which gives up what was kept for them elsewhere.
  const accepted = await takeUpOffers(
    sql,
    judged.flatMap(({ personId, keptIn, verdict }) =>
      verdict.act === "sit" && verdict.roomId === keptIn ? [personId] : [],
    ),
  );
  const departures = await closeSeats(sql, leaving, "moved");
  const opened = await openSeats(sql, sitting);
  await claimAgain(
    sql,
    judged.flatMap(({ page, verdict }) =>
      verdict.act === "keep" ? [{ id: verdict.seat.id, page: page ?? null }] : [],
    ),
  );
  const openedBy = new Map(opened.map((seat) => [seat.personId as string, seat]));
  const numbers = await waitInLine(sql, judged);
  await closeTickets(
    sql,
    judged.flatMap(({ roomId, personId, ticket, verdict: { act } }) => {
      const seated = act === "keep" || (act === "sit" && openedBy.has(personId));
      return ticket && (seated || act === "refuse") ? [{ roomId, personId }] : [];
    }),
  );
  const happened = [
    ...accepted,
    ...departures,
    ...(await stageJoined(sql, arrivedOnStage(opened))),
    ...(await hostReturns(sql, opened)),
    ...judged.flatMap(({ personId, verdict }) =>
      verdict.act === "sit" && verdict.asAdmin && openedBy.has(personId)
        ? [adminEntered(verdict.roomId, personId)]
        : [],
    ),
  ];
  const versions = await writeHappenings(sql, happened);
  return judged.map((person) => {
    const { verdict, personId, ticket } = person;
    if (verdict.act !== "wait") return answerOf(person, verdict, openedBy.get(personId), versions);
    const number = ticket?.number ?? numbers.get(personId);
    return number === undefined ? "again" : { waits: { familyId: verdict.familyId, number } };
  });
}

/** Announces the people who come in on the stage; listeners come in silently (behaviours 2). */
const arrivedOnStage = (opened: OpenedSeat[]) =>
  opened.filter(({ role }) => isOnStage(role)).map((seat) => ({ ...seat, stageSince: seat.openedAt }));

/** Announces an admin who comes in without an invitation (behaviours 39). */
const adminEntered = (roomId: RoomId, personId: PersonId): RoomHappened => ({
  roomId,
  actorId: personId,
  event: { audience: "moderators", happening: { type: "admin_entered", personId } },
});

/** People with a ticket keep it, the others get one. Answers the numbers of the new ones. */
async function waitInLine(sql: Sql, judged: JudgedArrival[]): Promise<Map<PersonId, number>> {
  const waiting = judged.flatMap(({ personId, ticket, crowded, verdict }) =>
    verdict.act === "wait" ? [{ familyId: verdict.familyId, personId, ticket, crowded }] : [],
  );
  await keepTickets(
    sql,
    waiting.filter(({ ticket }) => ticket),
  );
  return giveTickets(
    sql,
    waiting.filter(({ ticket }) => !ticket),
  );
}

type JudgedArrival = ArrivalAtDoor & { verdict: Verdict };

function answerOf(
  { personId }: ArrivalAtDoor,
  verdict: Exclude<Verdict, { act: "wait" }>,
  opened: OpenedSeat | undefined,
  versions: Map<string, number>,
): BatchAnswer {
  if (verdict.act === "again") return "again";
  if (verdict.act === "refuse") return refused(verdict.refusal, verdict.facts);
  if (verdict.act === "keep") {
    return granted({ seat: seatView({ ...verdict.seat, personId }), fresh: false, left: null, version: null });
  }
  if (!opened) return "again";
  return granted({
    seat: seatView(opened),
    fresh: true,
    left: verdict.leaving,
    version: versions.get(opened.roomId) ?? null,
  });
}
