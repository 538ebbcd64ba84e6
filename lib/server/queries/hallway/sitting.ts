import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { whereaboutsSql } from "@/lib/server/queries/people/privacy";

/**
 * Parts of a statement for the person $1. `sitting`: whom they follow, of those who let them know where they are, and the seat that each has now.
 * Through the follow primary key and the one open seat a person has: a speaker's followers are never expanded. As one
 * array, so that thousands whom somebody follows are looked up in one pass of the index and not one by one. Source: measures, hallway and follow graph.
 */
export const SITTING_SQL = `
sitting AS MATERIALIZED (
  SELECT s.person_id, s.room_id, s.id AS seat_id, s.role, s.stage_since, s.opened_at, s.role <> 'listener' AS on_stage
  FROM seat s JOIN person p ON p.id = s.person_id
  WHERE s.closed_at IS NULL AND s.person_id = ANY(ARRAY(SELECT f.followee_id FROM follow f WHERE f.follower_id = $1::uuid))
    AND ${personVisibleSql("$1::uuid")} AND ${whereaboutsSql("$1::uuid")})`;
