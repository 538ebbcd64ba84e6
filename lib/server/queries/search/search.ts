import { pageOf, type Ranked } from "@/lib/domain/search/rank";
import { FOUND_A_PAGE, FOUND_OF_EACH, type SearchKind } from "@/lib/domain/search/search-kind";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { SearchFound } from "@/lib/wire/search/views";
import { findClubs } from "./find-clubs";
import { findPeople } from "./find-people";
import { findRooms } from "./find-rooms";
import { findShows } from "./find-shows";
import { findTopics } from "./find-topics";
import { readTerms, type Terms } from "./read-terms";

const NOTHING: SearchFound = { people: [], rooms: [], shows: [], clubs: [], topics: [], next: null };

type Find<Kind extends SearchKind> = (caller: Onlooker, terms: Terms) => Promise<Ranked<SearchFound[Kind][number]>[]>;

/** How each kind is looked for. One more kind is one more line here, and its words in a table of their own. */
const FINDERS: { [Kind in SearchKind]: Find<Kind> } = {
  people: findPeople,
  rooms: findRooms,
  shows: findShows,
  clubs: findClubs,
  topics: findTopics,
};

/** What is asked for. `kind`: null for some of each. `after`: `next` of the page before. */
export type SearchAsked = { q: string; kind: SearchKind | null; after: string | null };

/** What the caller may know of and is called something like `q`, best first. */
export async function search(caller: Onlooker, { q, kind, after }: SearchAsked): Promise<SearchFound> {
  const terms = await readTerms(q);
  if (!terms) return NOTHING;
  if (kind !== null) {
    const { found, next } = pageOf<SearchFound[SearchKind][number]>(
      await FINDERS[kind](caller, terms),
      FOUND_A_PAGE,
      after,
    );
    return { ...NOTHING, [kind]: found, next };
  }
  const first = async <Kind extends SearchKind>(one: Kind) =>
    pageOf(await (FINDERS[one] as Find<Kind>)(caller, terms), FOUND_OF_EACH, null).found;
  const [people, rooms, shows, clubs, topics] = await Promise.all([
    first("people"),
    first("rooms"),
    first("shows"),
    first("clubs"),
    first("topics"),
  ]);
  return { people, rooms, shows, clubs, topics, next: null };
}
