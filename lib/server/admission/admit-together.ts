import type pg from "pg";
import { awayService, ServiceAway } from "@/lib/domain/service-away";
import { admitBatch, type BatchAnswer, type DoorState } from "./admit-batch";
import { inTransaction } from "./in-transaction";
import type { JoinRequest } from "./request";

/** A person that races send round more often than this is told to ask again. */
const MAX_ROUNDS = 12;

/** One answer for each request; a fault is an answer too, so that one person's fault is not everybody's. */
export type Outcome = { ok: true; answer: Exclude<BatchAnswer, "again"> } | { ok: false; fault: unknown };

type Waiting = { request: JoinRequest; place: number };

/**
 * Admits all that wait, of all rooms. Each round takes a person's requests for one room, so that somebody who asks for two
 * rooms at once goes through the first into the second: the last request wins. A person who was overtaken by a race goes again.
 */
export async function admitTogether(pool: pg.Pool, state: DoorState, requests: JoinRequest[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let waiting = requests.map((request, place) => ({ request, place }));
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round++) {
    const { groups, later } = thisRound(waiting);
    const answers = await admitOrIsolate(
      pool,
      state,
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

const asksTheSame = (first: JoinRequest, other: JoinRequest): boolean =>
  first.roomId === other.roomId && first.page === other.page && first.back === other.back;

/** A fault that is not Postgres's being away may be one person's (deleted meanwhile): then each is tried alone. */
async function admitOrIsolate(
  pool: pg.Pool,
  state: DoorState,
  requests: JoinRequest[],
): Promise<(Outcome | "again")[]> {
  try {
    const answers = await inTransaction(pool, (sql) => admitBatch(sql, requests, state));
    return answers.map(outcomeOf);
  } catch (fault) {
    if (requests.length === 1 || awayService(fault)) return requests.map(() => ({ ok: false, fault }));
  }
  const outcomes: (Outcome | "again")[] = [];
  for (const request of requests) outcomes.push(...(await admitOrIsolate(pool, state, [request])));
  return outcomes;
}

const outcomeOf = (answer: BatchAnswer): Outcome | "again" => (answer === "again" ? "again" : { ok: true, answer });
