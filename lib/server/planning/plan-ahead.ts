import type { RoomId, ShowId } from "@/lib/domain/ids";
import { EPISODES_AHEAD } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";
import { clockAt } from "@/lib/server/shows/moment-of";
import { occurrences } from "@/lib/server/shows/occurrences";
import { hostsOfShow } from "./hosts-of-show";
import { openEpisode } from "./open-episode";
import { rhythmOf } from "./rhythm-of";

/**
 * Makes rooms of the next recurrences of a show, of those that are none yet. One that was moved or called off is one. The caller has locked the
 * show. Safe to repeat. Answers the new ones; none of a show that has ended, or that nobody leads.
 */
export async function planAhead(tx: Transaction, showId: ShowId, now: Date): Promise<RoomId[]> {
  const show = await tx.show.findUniqueOrThrow({ where: { id: showId }, include: { club: true } });
  const rhythm = rhythmOf(show);
  const hosts = await hostsOfShow(tx, showId);
  const leader = hosts.find(({ role }) => role === "host");
  if (!rhythm || show.endedAt || !leader) return [];
  // Where the rhythm began anew with one of them, those before it are rooms already, and are next as well.
  const earlier = await tx.room.count({
    where: { showId, occurrence: { gte: clockAt(now, rhythm.zone), lt: rhythm.firstAt } },
  });
  const next = occurrences(rhythm, { after: now, count: Math.max(0, EPISODES_AHEAD - earlier) });
  const planned = await tx.room.findMany({
    where: { showId, occurrence: { in: next.map(({ key }) => key) } },
    select: { occurrence: true },
  });
  const known = new Set(planned.map(({ occurrence }) => occurrence));
  const { minutes, kind, guestsAllowed, opensItself } = show;
  const made: RoomId[] = [];
  for (const { key, at } of next.filter((one) => !known.has(one.key))) {
    const id = await openEpisode(tx, {
      ...wordsOf(show),
      ...{ minutes, kind, guestsAllowed, opensItself, showId },
      clubId: show.club && !show.club.closedAt ? show.club.id : null,
      occurrence: key,
      scheduledFor: at,
      publishedAt: show.publishedAt && now,
      createdById: leader.id,
      keys: hosts.map((host) => host.id),
    });
    made.push(id);
  }
  return made;
}

type Words = { title: string; description: string; topics: string[]; language: string };

/** What a show's next episodes say of themselves. */
function wordsOf(show: Words & { [Word in keyof Words as `episode${Capitalize<Word>}`]: Words[Word] | null }): Words {
  const { title, description, topics, language, episodeTitle, episodeDescription, episodeTopics, episodeLanguage } =
    show;
  return episodeTitle === null
    ? { title, description, topics, language }
    : {
        title: episodeTitle,
        description: episodeDescription ?? "",
        topics: episodeTopics ?? [],
        language: episodeLanguage ?? language,
      };
}
