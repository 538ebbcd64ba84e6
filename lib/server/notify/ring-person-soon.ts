import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { PEOPLE_CHANNEL } from "./ring-person";

/** At most one NOTIFY statement in this time a process: a crowd that follows one person is one word to their pages. */
const RING_EVERY_MS = 2_000;

type Bell = { people: Set<PersonId>; timer: NodeJS.Timeout | null };

/** Tells somebody's open pages to look, soon, and once for many who do the same to them. A hint, as ringPerson is. */
export function ringPersonSoon(personId: PersonId): void {
  const bell = oncePerProcess<Bell>("peopleBell", () => ({ people: new Set(), timer: null }));
  bell.people.add(personId);
  bell.timer ??= setTimeout(() => {
    bell.timer = null;
    const people = [...bell.people];
    bell.people.clear();
    hotPool()
      .query({
        name: "ring-people",
        text: "SELECT pg_notify($1, id) FROM unnest($2::text[]) AS person(id)",
        values: [PEOPLE_CHANNEL, people],
      })
      .catch((fault: unknown) => log().debug({ err: fault }, "people not told"));
  }, RING_EVERY_MS).unref();
}
