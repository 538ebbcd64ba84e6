import { createHash } from "node:crypto";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptByRoom } from "@/lib/server/queries/rooms/kept-by-room";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";

/** The people of the audience that somebody on stage follows. In an overflow room that is the stage of its main room, which everyone hears. The same people have the same `version` in every process. */
export type FollowedSection = { people: Set<string>; version: string };

/**
 * Reads what the speakers follow, by the follow primary key, and looks each of the audience up in it: a person who follows a
 * speaker is never expanded. Asked in the column list, behind OFFSET 0, since the planner else takes the audience for
 * small and looks up each of the 60,000 that a stage of twenty follows. Source: measures, hallway and follow graph.
 */
const FOLLOWED_SQL = `
SELECT array_agg(person_id ORDER BY person_id)::text AS people FROM (
  SELECT person_id, person_id IN (SELECT f.followee_id FROM follow f WHERE f.follower_id = ANY(ARRAY(
    SELECT st.person_id FROM seat st WHERE st.room_id = (SELECT coalesce(main_room_id, id) FROM room WHERE id = $1::uuid) AND st.closed_at IS NULL AND st.role <> 'listener'))) AS followed
  FROM seat WHERE room_id = $1::uuid AND closed_at IS NULL AND role = 'listener' OFFSET 0) audience
WHERE followed`;

const sections = keptByRoom("followedSections", MAX_SNAPSHOT_AGE_MS, readFollowedSection);

/** At most a second old, read once a process however many ask. */
export const followedSection = (roomId: RoomId): Promise<FollowedSection> => sections.of(roomId);

/** An older version would send browsers to read what they hold already. */
const TOLD_FOR_MS = 5_000;

/** The section's version for a room view, which does not wait for it; null where nobody here asked lately. */
export const followedVersionKnown = (roomId: RoomId): string | null =>
  sections.known(roomId, TOLD_FOR_MS)?.version ?? null;

/** The same as followedSection, read now. */
export async function readFollowedSection(roomId: RoomId): Promise<FollowedSection> {
  const values = [roomId];
  const { rows } = await hotPool().query<{ people: string | null }>({
    name: "followed-section",
    text: FOLLOWED_SQL,
    values,
  });
  const text = rows[0]?.people ?? "{}";
  const people = new Set(text === "{}" ? [] : text.slice(1, -1).split(","));
  return { people, version: createHash("sha1").update(text).digest("base64url").slice(0, 12) };
}
