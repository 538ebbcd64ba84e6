import type { PersonId, RoomId } from "@/lib/domain/ids";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { PersonProfile } from "@/lib/wire/people/views";
import { followCounts } from "./follow-counts";

/** A member as `caller` sees them; null where there is nobody of that handle or id, it is a guest, the house has shut them out, or they gave their account up. */
export async function profile(
  caller: Onlooker,
  whom: { handle: string } | { id: PersonId },
): Promise<PersonProfile | null> {
  const person = await db().person.findUnique({
    where: "id" in whom ? whom : { handle: whom.handle.toLowerCase() },
    select: {
      ...FACE_COLUMNS,
      bio: true,
      languages: true,
      hostsShows: { select: { show: { select: { slug: true, title: true } } } },
    },
  });
  if (!person || !(await visiblePeople(caller?.id ?? null, [person.id])).has(person.id)) return null;
  const [counts, followedByMe, followsMe, liveRoom] = await Promise.all([
    followCounts(person.id),
    follows(caller?.id, person.id),
    follows(person.id, caller?.id),
    liveRoomOf(caller, person.id),
  ]);
  return {
    ...toFace(person),
    bio: person.bio,
    languages: person.languages,
    joinedAt: person.createdAt.toISOString(),
    ...counts,
    followedByMe,
    followsMe,
    liveRoom,
    shows: person.hostsShows.map(({ show }) => show),
  };
}

async function follows(followerId: string | undefined, followeeId: string | undefined): Promise<boolean> {
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
