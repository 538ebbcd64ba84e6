import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { ServiceAway } from "@/lib/domain/service-away";
import { admitBatch, type BatchAnswer } from "./admit-batch";
import type { ArrivalRate } from "./arrival-rate";
import { inTransaction } from "./in-transaction";
import type { Admission, JoinRequest } from "./request";

/** Somebody whom races send round more often than this is told to ask again. */
const MAX_ROUNDS = 12;

/** One answer for each request; a fault is an answer too, so that one person's fault is not everybody's. */
export type Outcome = { ok: true; admission: Admission } | { ok: false; fault: unknown };

type Waiting = { request: JoinRequest; place: number };

/**
 * Admits all that wait, of all rooms. Each round takes a person's requests for one room, so that somebody who asks for two
 * rooms at once goes through the first into the second: the last request wins. Whoever was overtaken by a race goes again.
 */
export async function admitTogether(pool: pg.Pool, rate: ArrivalRate, requests: JoinRequest[]): Promise<Outcome[]> {
  for (const [roomId, people] of countByRoom(requests)) rate.note(roomId, people);
  const outcomes: Outcome[] = [];
  let waiting = requests.map((request, place) => ({ request, place }));
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round++) {
    const { groups, later } = thisRound(waiting);
    const answers = await admitOrIsolate(
      pool,
      rate,
      groups.map((group) => group[0].request),
    );
    const again: Waiting[] = [];
    for (const [index, group] of groups.entries()) {
      const answer = answers[index];
      if (answer === undefined || answer === "again") again.push(...group);
      else for (const { place } of group) outcomes[place] = answer;
    }
    waiting = [...again, ...later];
  }
  for (const { place } of waiting) outcomes[place] = { ok: false, fault: new ServiceAway("database") };
  return outcomes;
}

/** A person's first requests, as long as they name the same room and come from the same page; one seat answers them all. */
function thisRound(waiting: Waiting[]): { groups: [Waiting, ...Waiting[]][]; later: Waiting[] } {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  const delayed = new Set<string>();
  const later: Waiting[] = [];
  for (const one of waiting) {
    const { personId } = one.request;
    const group = groups.get(personId);
    if (!group) groups.set(personId, [one]);
    else if (asksTheSame(group[0].request, one.request) && !delayed.has(personId)) group.push(one);
    else {
      delayed.add(personId);
      later.push(one);
    }
  }
  return { groups: [...groups.values()], later };
}

function countByRoom(requests: JoinRequest[]): Map<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const { roomId } of requests) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
  return counts;
}

const asksTheSame = (first: JoinRequest, other: JoinRequest): boolean =>
  first.roomId === other.roomId && first.page === other.page && first.back === other.back;

/** A fault that is not Postgres's being away may be one person's (deleted meanwhile): then each is tried alone. */
async function admitOrIsolate(
  pool: pg.Pool,
  rate: ArrivalRate,
  requests: JoinRequest[],
): Promise<(Outcome | "again")[]> {
  try {
    const perSecond = (roomId: RoomId) => rate.perSecond(roomId);
    const answers = await inTransaction(pool, (client) => admitBatch(client, requests, perSecond));
    return answers.map(outcomeOf);
  } catch (fault) {
    if (requests.length === 1 || fault instanceof ServiceAway) return requests.map(() => ({ ok: false, fault }));
  }
  const outcomes: (Outcome | "again")[] = [];
  for (const request of requests) outcomes.push(...(await admitOrIsolate(pool, rate, [request])));
  return outcomes;
}

const outcomeOf = (answer: BatchAnswer): Outcome | "again" =>
  answer === "again" ? "again" : { ok: true, admission: answer };
