import type { RoomKind } from "@/lib/domain/rooms/room";
import { isBackstageOpen } from "./backstage";

export const CHECKLIST_LINES = [
  "announced",
  "words",
  "picture",
  "opening",
  "leaders",
  "guests",
  "interpreters",
  "places",
  "backstage",
  "recording",
] as const;

/** What is looked at before an episode's hour, in the order in which it is shown. */
export type ChecklistLine = (typeof CHECKLIST_LINES)[number];

export const LINE_STATES = ["done", "open", "not_needed"] as const;
type LineState = (typeof LINE_STATES)[number];

/** What is known of an episode to come. */
export type ChecklistFacts = {
  scheduledFor: Date | null;
  kind: RoomKind;
  isDraft: boolean;
  /** It says what it is about. */
  described: boolean;
  /** Its show has a picture; null for an episode of no show. */
  pictured: boolean | null;
  opensItself: boolean;
  /** How many people lead it, hosts and cohosts. */
  leaders: number;
  guests: { invited: number; accepted: number; declined: number };
  /** Spoken on its stage. */
  language: string;
  /** Languages that somebody is named for. */
  interpreted: readonly string[];
  /** Who said that they come, by the language in which they read Plenum. */
  comers: readonly { language: string; people: number }[];
  /** Seats of the room and of all halls that may open beside it. */
  places: number;
  /** Of its team, who leads, is a guest or interprets: people that were behind its stage, and people in all. */
  team: { been: number; all: number };
  /** A recording is switched on. */
  records: boolean;
};

/** As great a part of those who come as calls for an interpreter: below that a foreign page is a habit, not a need. */
const NEED_SHARE = 0.1;

/** How each line of an episode's checklist stands. Source: behaviours 35–37, 41. */
export function checklist(facts: ChecklistFacts, now: Date): Record<ChecklistLine, LineState> {
  const { pictured, guests, scheduledFor } = facts;
  const done = (is: boolean): LineState => (is ? "done" : "open");
  return {
    announced: done(!facts.isDraft),
    words: done(facts.described),
    picture: pictured === null ? "not_needed" : done(pictured),
    opening: scheduledFor === null ? "open" : facts.opensItself ? "done" : "not_needed",
    // Whoever of them is there leads where the host is late; with one alone it would be called off.
    leaders: done(facts.leaders > 1),
    guests: guests.invited + guests.accepted + guests.declined === 0 ? "not_needed" : done(guests.invited === 0),
    interpreters: interpretersState(facts),
    places: done(peopleOf(facts.comers) <= facts.places),
    backstage: isBackstageOpen({ status: "scheduled", scheduledFor }, now)
      ? done(facts.team.been === facts.team.all)
      : "not_needed",
    recording: facts.records ? "done" : "not_needed",
  };
}

/** The languages in which many of those who come read Plenum, that are not spoken and that nobody is named for. The most wanted first. */
export function missingLanguages({
  language,
  interpreted,
  comers,
}: Pick<ChecklistFacts, "language" | "interpreted" | "comers">): { language: string; people: number }[] {
  const heard = new Set([language, ...interpreted].map(baseOf));
  const needed = peopleOf(comers) * NEED_SHARE;
  return comers
    .filter((one) => one.people > 0 && one.people >= needed && !heard.has(baseOf(one.language)))
    .toSorted((one, other) => other.people - one.people);
}

function interpretersState(facts: ChecklistFacts): LineState {
  if (missingLanguages(facts).length > 0) return "open";
  return facts.interpreted.length > 0 ? "done" : "not_needed";
}

const peopleOf = (comers: ChecklistFacts["comers"]): number => comers.reduce((sum, { people }) => sum + people, 0);

/** `pt-br` is understood by whoever reads `pt`. */
const baseOf = (language: string): string => language.toLowerCase().split("-")[0] ?? language;
