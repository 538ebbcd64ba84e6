import type { RoomId } from "@/lib/domain/ids";
import { type DoorRoom, listenersLimit, seatsTaken } from "@/lib/domain/seats/admission";

/** An overflow room is opened ahead where the family's free places would be gone within this. */
const AHEAD_SECONDS = 10;

/** A seat in an overflow room is held for a person who was called up from it, until so long after they left the stage. Source: mechanics, seats. */
export const HELD_SEAT_MS = 10 * 60_000;

/** What a hall that too few rated counts as: better than a bad one, worse than a good one. */
const UNRATED = 3;

/** What the choice among a family's overflow rooms goes by. */
export type Guided = {
  /** The person's languages, the best first. */
  languages: readonly string[];
  /** How many of the people they follow sit in each of the rooms. */
  followed: ReadonlyMap<RoomId, number>;
  /** How well the language of each of the rooms is understood there, on average; rooms that too few rated are not in it. */
  understood: ReadonlyMap<RoomId, number>;
  /** Rooms whose moderators put them out. */
  barredFrom: ReadonlySet<RoomId>;
};

const hasSpace = (room: DoorRoom): boolean => room.status === "live" && seatsTaken(room) < listenersLimit(room);

/**
 * The overflow room for a person that the main room has no seat for; null where none has space, so that one more is
 * opened: by language, and among halls of one where it is understood better, then where most people sit that they follow, then
 * the fullest. A hall for a language that they do not speak takes them only where no other may be opened. Pure.
 * Source: behaviours 23, 28.
 */
export function chooseOverflow(main: DoorRoom, rooms: readonly DoorRoom[], person: Guided): DoorRoom | null {
  const mayOpen = mayOpenOverflow(main, rooms);
  const suits = (room: DoorRoom) =>
    !mayOpen || languageRank(room.language, main.language, person.languages) <= person.languages.length;
  const open = rooms.filter((room) => hasSpace(room) && !person.barredFrom.has(room.id) && suits(room));
  const rank = (room: DoorRoom) => languageRank(room.language, main.language, person.languages);
  const understood = (room: DoorRoom) => inHalves(person.understood.get(room.id) ?? UNRATED);
  const followed = (room: DoorRoom) => person.followed.get(room.id) ?? 0;
  const [best] = open.sort(
    (one, other) =>
      rank(one) - rank(other) ||
      understood(other) - understood(one) ||
      followed(other) - followed(one) ||
      other.openSeats - one.openSeats,
  );
  return best ?? null;
}

/** Smaller differences between averages are chance, and no reason to leave one's friends. */
const inHalves = (average: number): number => Math.round(average * 2) / 2;

/** Their own languages in order, then the main room's, then any; `pt-br` is as good as `pt`. */
function languageRank(language: string, mainLanguage: string, spoken: readonly string[]): number {
  const base = (tag: string) => tag.split("-", 1)[0];
  const place = spoken.findIndex((tag) => base(tag) === base(language));
  if (place >= 0) return place;
  return spoken.length + (base(language) === base(mainLanguage) ? 0 : 1);
}

/** Whether the family may open one more overflow room. */
export const mayOpenOverflow = (main: DoorRoom, rooms: readonly DoorRoom[]): boolean =>
  main.status === "live" && rooms.filter((room) => room.status === "live").length < main.overflowLimit;

/**
 * Whether to open an overflow room before anybody needs it: while the family grows by so many seats a second, the places
 * that are left would be gone before a new room is ready to be heard. One that stands empty is enough.
 */
export function opensAhead(main: DoorRoom, rooms: readonly DoorRoom[], seatsPerSecond: number): boolean {
  if (seatsPerSecond <= 0 || !mayOpenOverflow(main, rooms)) return false;
  if (rooms.some((room) => room.status === "live" && room.openSeats === 0)) return false;
  return openPlaces(main, rooms) < seatsPerSecond * AHEAD_SECONDS;
}

/**
 * How many overflow rooms stand ready where so many people announced themselves: as many as those fill whom the main room has
 * no place for. Not all of them come, and others do, so this is a start. Source: behaviours 37.
 */
export const readyAhead = (main: DoorRoom, announced: number): number =>
  Math.max(0, Math.min(main.overflowLimit, Math.ceil((announced - listenersLimit(main)) / main.capacity)));

/** Places for listeners in the family, with those of the rooms that it may still open. */
export function freePlaces(main: DoorRoom, rooms: readonly DoorRoom[]): number {
  const openable = Math.max(0, main.overflowLimit - rooms.filter((room) => room.status === "live").length);
  return openPlaces(main, rooms) + openable * main.capacity;
}

const openPlaces = (main: DoorRoom, rooms: readonly DoorRoom[]): number =>
  [main, ...rooms]
    .filter((room) => room.status === "live")
    .reduce((places, room) => places + Math.max(0, listenersLimit(room) - seatsTaken(room)), 0);
