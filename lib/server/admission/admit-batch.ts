import type pg from "pg";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import type { FamilyGrowth } from "./family-growth";
import { guideOverflow } from "./guide-overflow";
import { hostReturns } from "./host-returns";
import { judgeBatch, type Verdict } from "./judge-batch";
import { leaveRooms } from "./leave-rooms";
import { closeTickets } from "./line/close-tickets";
import type { ShownTicket } from "./line/door-lines";
import { giveTickets } from "./line/give-tickets";
import { keepTickets } from "./line/keep-tickets";
import { lockRooms } from "./lock-rooms";
import { openOverflow } from "./open-overflow";
import { type ArrivalAtDoor, readArrivals } from "./read-arrivals";
import type { Admission, JoinRequest, Waits } from "./request";
import { stageArrivals } from "./stage-arrivals";
import { takeUpOffers } from "./take-up-offers";
import { type RoomHappened, writeHappenings } from "./write-happenings";
import { type OpenedSeat, openSeats, renewSeats } from "./write-seats";

/** What one request came to; `again` where a race seated the person elsewhere meanwhile. `waits`: with this number. */
export type BatchAnswer = Exclude<Admission, Waits> | "again" | { waits: ShownTicket };

/** What a door sees by itself of those who come. */
export type Rush = { growth: FamilyGrowth; isCrowded: (roomId: RoomId) => boolean };

/**
 * Admits people, each named at most once, inside one transaction: lock, read, judge, write. Answers in the order of the
 * requests.
 */
export async function admitBatch(client: pg.ClientBase, requests: JoinRequest[], rush: Rush): Promise<BatchAnswer[]> {
  const rooms = await lockRooms(client, unique(requests, "roomId"), unique(requests, "personId"));
  const arrivals = await readArrivals(client, requests, rooms, rush.isCrowded);
  const guides = await guideOverflow(client, rooms, arrivals);
  const { verdicts, opening } = judgeBatch(rooms, arrivals, { guides, growth: rush.growth });
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
  const sitting = judged.flatMap(({ personId, page, network, verdict }) =>
    verdict.act === "sit"
      ? [{ roomId: verdict.roomId, personId, page: page ?? null, role: verdict.role, network }]
      : [],
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
  const openedBy = new Map(opened.map((seat) => [seat.personId as string, seat]));
  const numbers = await waitInLine(client, judged);
  await closeTickets(
    client,
    judged.flatMap(({ roomId, personId, ticket, verdict: { act } }) => {
      const seated = act === "keep" || (act === "sit" && openedBy.has(personId));
      return ticket && (seated || act === "refuse") ? [{ roomId, personId }] : [];
    }),
  );
  const happened = [
    ...accepted,
    ...departures,
    ...(await stageArrivals(client, opened)),
    ...(await hostReturns(client, opened)),
    ...judged.flatMap(({ personId, verdict }) =>
      verdict.act === "sit" && verdict.asAdmin && openedBy.has(personId)
        ? [adminEntered(verdict.roomId, personId)]
        : [],
    ),
  ];
  const versions = await writeHappenings(client, happened);
  return judged.map((person) => {
    const { verdict, personId, ticket } = person;
    if (verdict.act !== "wait") return answerOf(person, verdict, openedBy.get(personId), versions);
    const number = ticket?.number ?? numbers.get(personId);
    return number === undefined ? "again" : { waits: { familyId: verdict.familyId, number } };
  });
}

/** An admin whom nobody let in is seen to have come (behaviours 39). */
const adminEntered = (roomId: RoomId, personId: PersonId): RoomHappened => ({
  roomId,
  actorId: personId,
  event: { audience: "moderators", happening: { type: "admin_entered", personId } },
});

/** Whoever has a ticket keeps it, the others take one. The numbers of those who took one. */
async function waitInLine(client: pg.ClientBase, judged: JudgedArrival[]): Promise<Map<PersonId, number>> {
  const waiting = judged.flatMap(({ personId, ticket, crowded, verdict }) =>
    verdict.act === "wait" ? [{ familyId: verdict.familyId, personId, ticket, crowded }] : [],
  );
  await keepTickets(
    client,
    waiting.filter(({ ticket }) => ticket),
  );
  return giveTickets(
    client,
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
