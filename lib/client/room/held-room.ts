import type { PersonFace } from "@/lib/wire/people/views";
import {
  type Announcement,
  type FamilyCounts,
  MAX_SNAPSHOT_AGE_MS,
  type PassingAnnouncement,
} from "@/lib/wire/rooms/announcements";
import type { MineView } from "@/lib/wire/rooms/mine";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { JoinAnswer } from "@/lib/wire/seats/door";

/** What somebody who leads the family said to every hall; `at` tells one notice from the next. */
export type FamilyNotice = { by: PersonFace; text: string; at: string };

/** `person` has a name that looks like that of `like`, who is on stage. */
export type NamesAlike = { person: PersonFace; like: PersonFace };

/** What the browser holds of a room: the shared view, its own part, and how far it has followed each stream. */
export type HeldRoom = {
  personId: string;
  view: RoomView;
  mine: MineView;
  followed: Record<Announcement["audience"], number>;
  /** The last one that came while I was here. */
  familyNotice: FamilyNotice | null;
  /** The last pair of names that look alike. Only the leaders of a room are told. */
  alike: NamesAlike | null;
};

/** Taken from the door's answer. `mine` is at least as new as the view, so its streams start at the view's version. */
export const holdRoom = ({ room, mine, seat }: JoinAnswer): HeldRoom => ({
  personId: seat.personId,
  view: room,
  mine: { ...mine, seat },
  followed: {
    everyone: room.version,
    moderators: room.version,
    person: room.version,
    main: room.main?.version ?? 0,
  },
  familyNotice: null,
  alike: null,
});

/**
 * What is held after reading the room anew, `mine` after the view. A reading older than what was announced since, to
 * everyone or to this person alone, changes nothing and is answered with null: read it again. An offer that came
 * while `mine` was under way would otherwise be forgotten for good.
 */
export function renewRoom(held: HeldRoom, view: RoomView, mine: MineView): HeldRoom | null {
  const { everyone, moderators, person, main } = held.followed;
  if (view.version < Math.max(everyone, moderators, person)) return null;
  if (view.main && view.main.version < main) return null;
  const at = (followed: number): number => Math.max(followed, view.version);
  const seat = mine.seat ?? held.mine.seat;
  return {
    ...held,
    view: { ...view, followedVersion: view.followedVersion ?? held.view.followedVersion },
    mine: { ...mine, seat },
    followed: {
      everyone: at(everyone),
      moderators: at(moderators),
      person: at(person),
      main: Math.max(main, view.main?.version ?? 0),
    },
  };
}

/** How the family stands now. */
export const countFamily = (held: HeldRoom, { halls }: FamilyCounts): HeldRoom => ({
  ...held,
  view: { ...held.view, halls },
});

type Counts = NonNullable<PassingAnnouncement["counts"]>;

/** When counts were announced, by the page's clock in ms. */
export type Counted = { counts: Counts; atMs: number };

/**
 * A reading that began at `beganAtMs`, with the counts that were announced so shortly before that they may be newer; null where it
 * says the same, or is newer itself.
 */
export function recount(read: HeldRoom, counted: Counted | null, beganAtMs: number): HeldRoom | null {
  if (!counted || beganAtMs - counted.atMs > MAX_SNAPSHOT_AGE_MS) return null;
  const { openSeats, audience } = counted.counts;
  const isSame = read.view.room.openSeats === openSeats && read.view.audienceCount === audience;
  return isSame ? null : countPeople(read, counted.counts);
}

/** New counts; who these people are has to be read. */
export const countPeople = (held: HeldRoom, counts: Counts): HeldRoom => ({
  ...held,
  view: {
    ...held.view,
    room: { ...held.view.room, openSeats: counts.openSeats },
    audienceCount: counts.audience,
    followedVersion: counts.followed ?? held.view.followedVersion,
  },
});
