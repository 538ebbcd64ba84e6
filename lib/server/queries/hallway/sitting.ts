import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { whereaboutsSql } from "@/lib/server/queries/people/privacy";

/**
 * Parts of a statement for the person $1. `sitting`: whom they follow, of those who let them know where they are, and the seat that each has now.
 * Through the follow primary key and the one open seat a person has: a speaker's followers are never expanded. Source: measures, hallway
 * and follow graph.
 */
export const SITTING_SQL = `
sitting AS MATERIALIZED (
  SELECT s.person_id, s.room_id, s.id AS seat_id, s.role, s.stage_since, s.opened_at, s.role <> 'listener' AS on_stage
  FROM follow f
  JOIN seat s ON s.person_id = f.followee_id AND s.closed_at IS NULL
  JOIN person p ON p.id = f.followee_id
  WHERE f.follower_id = $1::uuid AND ${personVisibleSql("$1::uuid")} AND ${whereaboutsSql("$1::uuid")})`;
