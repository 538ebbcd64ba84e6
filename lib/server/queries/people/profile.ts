import type { PersonId, RoomId } from "@/lib/domain/ids";
import { seesWhereabouts, seesWholeProfile } from "@/lib/domain/people/privacy";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";
import { clubsOf } from "@/lib/server/queries/clubs/clubs-of";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { showsOf } from "@/lib/server/queries/shows/shows";
import type { PersonProfile } from "@/lib/wire/people/views";
import { followCounts } from "./follow-counts";
import { inCommon } from "./in-common";
import { visiblePeople } from "./person-visibility";
import { episodesOf, liveRoomsOf } from "./profile-rooms";

const COLUMNS = {
  ...FACE_COLUMNS,
  bio: true,
  languages: true,
  topics: true,
  links: true,
  nominatedById: true,
  protectedAt: true,
  whereabouts: true,
} as const;

/** A member as `caller` sees them; null where there is nobody of that handle or id of whom they may know. */
export async function profile(
  caller: Onlooker,
  whom: { handle: string } | { id: PersonId },
): Promise<PersonProfile | null> {
  const where = "id" in whom ? whom : { handle: whom.handle.toLowerCase() };
  const person = await db().person.findUnique({ where, select: COLUMNS });
  if (!person || !(await isSeen(caller, person.id))) return null;
  const viewer = caller?.id ?? null;
  const [followedByMe, followsMe, counts] = await Promise.all([
    follows(viewer, person.id),
    follows(person.id, viewer),
    followCounts(viewer, person.id),
  ]);
  const { whereabouts, protectedAt } = person;
  const facts = {
    protected: protectedAt !== null,
    whereabouts,
    followsViewer: followsMe,
    isSelf: viewer === person.id,
  };
  const withheld = !seesWholeProfile(facts);
  return {
    ...toFace(person),
    joinedAt: person.createdAt.toISOString(),
    ...counts,
    followedByMe,
    followsMe,
    withheld,
    ...(withheld ? NOTHING_MORE : await moreOf(caller, person, seesWhereabouts(facts))),
  };
}

type Row = {
  id: string;
  bio: string;
  languages: string[];
  topics: string[];
  links: string[];
  nominatedById: string | null;
};

type More = Omit<
  PersonProfile,
  keyof ReturnType<typeof toFace> | "joinedAt" | "followers" | "following" | "followedByMe" | "followsMe" | "withheld"
>;

const NOTHING_MORE: More = {
  bio: "",
  languages: [],
  topics: [],
  links: [],
  nominatedBy: null,
  liveRoom: null,
  liveRooms: [],
  shows: [],
  clubs: [],
  episodes: [],
  inCommon: { count: 0, people: [] },
};

async function moreOf(caller: Onlooker, person: Row, whereTheyAre: boolean): Promise<More> {
  const viewer = caller?.id ?? null;
  const isOther = viewer !== null && viewer !== person.id;
  const [nominatedBy, liveRoom, liveRooms, shows, episodes, clubs, shared] = await Promise.all([
    nominatorOf(caller, person.nominatedById),
    whereTheyAre ? liveRoomOf(caller, person.id) : null,
    whereTheyAre ? liveRoomsOf(viewer, person.id) : [],
    showsOf(caller, person.id),
    episodesOf(viewer, person.id),
    clubsOf(viewer, person.id),
    isOther ? inCommon(viewer, person.id) : NOTHING_MORE.inCommon,
  ]);
  const { bio, languages, topics, links } = person;
  const led = shows.map(({ slug, title }) => ({ slug, title }));
  const here = { nominatedBy, liveRoom, liveRooms, shows: led, clubs, episodes, inCommon: shared };
  return { bio, languages, topics, links, ...here };
}

const isSeen = async (caller: Onlooker, id: string): Promise<boolean> =>
  (await visiblePeople(caller?.id ?? null, [id])).has(id);

/** Left out where the viewer may not know of them. */
async function nominatorOf(caller: Onlooker, id: string | null): Promise<PersonProfile["nominatedBy"]> {
  const person = id === null ? null : await db().person.findUnique({ where: { id }, select: COLUMNS });
  return person && (await isSeen(caller, person.id)) ? toFace(person) : null;
}

async function follows(followerId: string | null, followeeId: string | null): Promise<boolean> {
  if (!followerId || !followeeId) return false;
  const key = { followerId, followeeId };
  return (await db().follow.findUnique({ where: { followerId_followeeId: key } })) !== null;
}

/** Where they sit now, if the caller may know of that room. */
async function liveRoomOf(caller: Onlooker, personId: string): Promise<PersonProfile["liveRoom"]> {
  const seat = await db().seat.findFirst({ where: { personId, closedAt: null }, select: { roomId: true, role: true } });
  if (!seat) return null;
  const room = await visibleRoom(caller, seat.roomId as RoomId);
  return room?.status === "live" ? { id: room.id, title: room.title, role: seat.role } : null;
}
