import { type RefObject, useEffect, useRef } from "react";
import { assignPlaces } from "./places";

type Place<Person> = { key: string; person: Person | null };

/**
 * The order in which a list is drawn while somebody may be about to tap in it: who stays keeps their place, who goes leaves it empty,
 * who comes takes the first empty one. Out of view the list closes up again and takes the order of `people`.
 */
export function useKeptPlaces<Person extends { id: string }>(
  list: RefObject<HTMLElement | null>,
  people: readonly Person[],
): Place<Person>[] {
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  const isSeen = useRef(false);
  useEffect(() => {
    if (!list.current) return;
    const watch = new IntersectionObserver(([entry]) => {
      isSeen.current = entry?.isIntersecting ?? false;
    });
    watch.observe(list.current);
    return () => watch.disconnect();
  }, [list]);
  const before = isSeen.current ? places.current : new Map<string, number>();
  places.current = assignPlaces(
    before,
    people.map(({ id }) => id),
    people.length + before.size,
  );
  const count = Math.max(-1, ...places.current.values()) + 1;
  const drawn = Array.from({ length: count }, (_, place): Place<Person> => ({ key: `empty-${place}`, person: null }));
  for (const person of people) {
    const place = places.current.get(person.id);
    if (place !== undefined) drawn[place] = { key: person.id, person };
  }
  return drawn;
}
