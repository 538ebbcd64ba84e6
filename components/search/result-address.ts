import type { SearchKind } from "@/lib/domain/search/search-kind";
import type { SearchFound } from "@/lib/wire/search/views";

/** One of the results, of whatever kind. */
export type Result = {
  [Kind in SearchKind]: { kind: Kind; key: string; href: string; item: SearchFound[Kind][number] };
}[SearchKind];

/** The page of results for a text, of all kinds or of one. */
export function searchAddress(q: string, kind?: SearchKind, after?: string): string {
  const asked = new URLSearchParams({ q, ...(kind && { kind }), ...(after && { after }) });
  return `/search?${asked}`;
}

/** Everything that was found, kind by kind, and where each leads. */
export function resultsOf({ people, rooms, shows, clubs, topics }: SearchFound): Result[] {
  return [
    ...people.map((item) => ({ kind: "people" as const, key: item.id, href: `/people/${item.handle}`, item })),
    ...rooms.map((item) => ({ kind: "rooms" as const, key: item.id, href: `/rooms/${item.id}`, item })),
    ...shows.map((item) => ({ kind: "shows" as const, key: item.slug, href: `/shows/${item.slug}`, item })),
    ...clubs.map((item) => ({ kind: "clubs" as const, key: item.handle, href: `/clubs/${item.handle}`, item })),
    ...topics.map((item) => ({
      kind: "topics" as const,
      key: item.topic,
      href: searchAddress(item.topic, "rooms"),
      item,
    })),
  ];
}
