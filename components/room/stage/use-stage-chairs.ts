import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { assignPlaces } from "@/components/room/roster/places";
import type { ShownPerson } from "@/components/room/use-room";
import { type Chair, chairAt, columnsIn } from "./stage-chairs";

/** A face with a name below it: so wide at least. */
const CHAIR_PX = 70;
const CHAIR_ON_DESK_PX = 104;
const DESK_PX = 560;
/** A phone as high as this has room for chairs that nobody sits on yet, and the first faces of the audience. */
const ROOMY_PX = 740;
/** So many are likely to come up. */
const MORE = 2;

export type Chairs = { columns: number; rows: number; of: (personId: string) => Chair | undefined };

/**
 * Gives everyone on a stage a chair and moves nobody: who stays keeps theirs, who comes takes the first free one, and a row that
 * once was there stays. Null until the stage was measured.
 */
export function useStageChairs(box: RefObject<HTMLElement | null>, people: readonly ShownPerson[]): Chairs | null {
  const columns = useColumns(box);
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  const held = useRef({ columns: 0, rows: 0 });
  const ids = people.map(({ id }) => id);
  places.current = assignPlaces(places.current, ids, ids.length + places.current.size);
  if (columns === null) return null;
  const last = Math.max(-1, ...places.current.values());
  const needed = Math.max(1, Math.ceil((last + 1) / columns));
  if (held.current.columns !== columns)
    held.current = { columns, rows: Math.max(needed, rowsAhead(ids.length, columns)) };
  const rows = Math.max(held.current.rows, needed);
  held.current.rows = rows;
  const seated = places.current;
  return {
    columns,
    rows,
    of: (personId) => {
      const place = seated.get(personId);
      return place === undefined ? undefined : chairAt(place, columns);
    },
  };
}

/** More will come up than are there: rows for them are kept where there is space, because a new one moves all that is below. */
function rowsAhead(people: number, columns: number): number {
  const free = innerHeight >= ROOMY_PX || innerWidth >= DESK_PX ? MORE : 0;
  return Math.ceil((people + free) / columns);
}

function useColumns(box: RefObject<HTMLElement | null>): number | null {
  const [columns, setColumns] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const width = element.clientWidth;
      if (width > 0) setColumns(columnsIn(width, width < DESK_PX ? CHAIR_PX : CHAIR_ON_DESK_PX));
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    return () => size.disconnect();
  }, [box]);
  return columns;
}
