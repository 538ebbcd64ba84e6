import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";

/** The channel on which people's open pages hear that something is new for them; the payload is the person's id. */
export const PEOPLE_CHANNEL = "people";

/** Tells somebody's open pages to look. A hint: what it is about is a row, read again when a page opens. */
export function ringPerson(personId: PersonId): void {
  hotPool()
    .query({ name: "ring-person", text: "SELECT pg_notify($1, $2)", values: [PEOPLE_CHANNEL, personId] })
    .catch((fault: unknown) => log().debug({ err: fault }, "person not told"));
}
