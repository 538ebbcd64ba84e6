import type { PersonId } from "@/lib/domain/ids";
import { listen } from "@/lib/server/postgres/listen";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { PEOPLE_CHANNEL } from "./ring-person";

type Hub = Map<string, Set<() => void>>;

/** Calls `tell` whenever something is new for this person, or may have been missed. Returns what ends the watching. */
export function watchPerson(personId: PersonId, tell: () => void): () => void {
  const hub = oncePerProcess("peopleHub", openHub);
  const watchers = hub.get(personId) ?? new Set();
  hub.set(personId, watchers.add(tell));
  return () => {
    watchers.delete(tell);
    if (watchers.size === 0 && hub.get(personId) === watchers) hub.delete(personId);
  };
}

function openHub(): Hub {
  const hub: Hub = new Map();
  listen(PEOPLE_CHANNEL, (personId) => {
    const told = personId === null ? [...hub.values()].flatMap((watchers) => [...watchers]) : (hub.get(personId) ?? []);
    for (const tell of told) tell();
  });
  return hub;
}
