import type { RoomId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { AttendanceView } from "@/lib/wire/reminders/views";
import { attendance } from "./attendance";
import { oneEpisode } from "./episode-calendar";

/** What one can do about an episode that is to come. `show`: of a public one, the word of its address. `isPublic`: everybody may know of it. */
export type EpisodeToCome = {
  title: string;
  startsAt: Date | null;
  minutes: number;
  isPublic: boolean;
  show: string | null;
  attendance: AttendanceView;
};

/** Null for a draft, for what is over or has begun, and for what this person may not know of. */
export async function episodeToCome(caller: Onlooker, roomId: RoomId): Promise<EpisodeToCome | null> {
  const [mine, { all, episode }] = await Promise.all([attendance(caller, roomId), plan(roomId)]);
  if (!mine || !episode) return null;
  const { title, scheduledFor, show } = episode.room;
  return {
    ...{ title, startsAt: scheduledFor, minutes: episode.minutes, attendance: mine },
    ...{ isPublic: all !== null, show: show?.publishedAt ? show.slug : null },
  };
}

/** What is the same for everybody, read once a second and process. */
const plan = (roomId: RoomId) =>
  keptForAll(`episode to come ${roomId}`, async () => {
    const [all, episode] = await Promise.all([
      oneEpisode(roomId),
      db().episode.findUnique({
        where: { roomId, publishedAt: { not: null }, cancelledAt: null, room: { status: "scheduled" } },
        select: {
          minutes: true,
          room: { select: { title: true, scheduledFor: true, show: { select: { slug: true, publishedAt: true } } } },
        },
      }),
    ]);
    return { all, episode };
  });
