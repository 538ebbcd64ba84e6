import type { PersonId } from "@/lib/domain/ids";
import { listen } from "@/lib/server/postgres/listen";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { PersonWatchers } from "./person-watchers";
import { PEOPLE_CHANNEL } from "./ring-person";

/** Calls `tell` whenever something is new for this person, or may have been missed. Returns what ends the watching. */
export const watchPerson = (personId: PersonId, tell: () => void): (() => void) =>
  oncePerProcess("peopleHub", openHub).add(personId, tell);

function openHub(): PersonWatchers {
  const hub = new PersonWatchers();
  listen(PEOPLE_CHANNEL, (personId) => (personId === null ? hub.tellAll() : hub.tell(personId)));
  return hub;
}
