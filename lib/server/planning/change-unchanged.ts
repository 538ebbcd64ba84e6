import type { RoomId, ShowId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { changeEpisode, type EpisodeChange } from "./change-episode";
import { lockPlanned } from "./lock-planned";

/** `episodeTitle`: its episodes have words of their own since a change to "this and all after". */
type Show = { id: string; episodeTitle: string | null };

/**
 * Changes the episodes of a show that are to come and were not changed by themselves, and from the recurrence `from` on where that is said. The
 * caller has locked the show. Answers their rooms, also those that needed no change.
 */
export async function changeUnchanged(
  tx: Transaction,
  { id, episodeTitle }: Show,
  { title, description, topics, language, ...others }: EpisodeChange,
  now: Date,
  from = "",
): Promise<RoomId[]> {
  const words = episodeTitle === null ? { title, description, topics, language } : {};
  const planned = await lockPlanned(tx, id as ShowId);
  const unchanged = planned.filter(
    (one) => !one.own && !one.isCancelled && one.occurrence !== null && one.occurrence >= from,
  );
  for (const episode of unchanged) await changeEpisode(tx, episode.id, { ...words, ...others }, now);
  return unchanged.map((episode) => episode.id);
}
