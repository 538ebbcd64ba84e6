import type { RoomId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { tellEpisodeNews } from "@/lib/server/notify/tell-episode-news";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";

/** What is to be another about an episode. `own`: it was changed by itself. */
export type EpisodeChange = {
  title?: string;
  description?: string;
  topics?: string[];
  language?: string;
  clubId?: string | null;
  scheduledFor?: Date;
  minutes?: number;
  kind?: RoomKind;
  guestsAllowed?: boolean;
  opensItself?: boolean;
  own?: true;
};

/**
 * Changes an episode whose room the caller has locked, before its hour. Whoever wanted to come is told once of another hour or another title;
 * of a draft nobody is. Who may come into a draft is kept until it is published.
 */
export async function changeEpisode(tx: Transaction, roomId: RoomId, change: EpisodeChange, now: Date): Promise<void> {
  const { scheduledFor, minutes, kind, guestsAllowed, opensItself, own, clubId, ...words } = change;
  const before = await tx.room.findUniqueOrThrow({ where: { id: roomId }, include: { episode: true } });
  const isPublished = before.episode?.publishedAt != null;
  const isMoved =
    isPublished && scheduledFor !== undefined && scheduledFor.getTime() !== before.scheduledFor?.getTime();
  const isRenamed = isPublished && words.title !== undefined && words.title !== before.title;
  const door = isPublished ? { kind, guestsAllowed } : {};
  await tx.room.update({ where: { id: roomId }, data: { ...words, ...door, scheduledFor, clubId } });
  await tx.episode.update({
    where: { roomId },
    data: {
      ...{ minutes, kind, guestsAllowed, opensItself, own, changedAt: now },
      ...((isMoved || isRenamed) && { sequence: { increment: 1 } }),
    },
  });
  const sql = prismaSql(tx);
  if (isMoved && before.scheduledFor) await tellEpisodeNews(sql, { roomId, kind: "moved", from: before.scheduledFor });
  if (isRenamed) await tellEpisodeNews(sql, { roomId, kind: "renamed", from: before.title });
}
