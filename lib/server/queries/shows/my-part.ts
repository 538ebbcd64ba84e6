import type { PersonId, RoomId } from "@/lib/domain/ids";
import { EPISODE_PARTS, type EpisodePart } from "@/lib/domain/shows/backstage";
import { hotPool } from "@/lib/server/postgres/db";
import { episodePartsSql } from "./episode-parts";

/** What somebody is for a planned room, as the door sees it; null for its audience. */
export async function myPart(caller: { id: PersonId } | null, roomId: RoomId): Promise<EpisodePart | null> {
  if (!caller) return null;
  const { rows } = await hotPool().query<{ part: EpisodePart }>({
    name: "my-part",
    text: `SELECT t.part FROM (${episodePartsSql("ARRAY[$1::uuid]")}) t WHERE t.person_id = $2::uuid`,
    values: [roomId, caller.id],
  });
  const parts = rows.map(({ part }) => part);
  return EPISODE_PARTS.find((part) => parts.includes(part)) ?? null;
}
