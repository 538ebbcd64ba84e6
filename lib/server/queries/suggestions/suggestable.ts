import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";

/** How many people each kind of reason suggests at most. */
export const SUGGESTED_A_KIND = 12;

/** How many candidates are looked at before whoever cannot be suggested is left out. */
export const CANDIDATES = 200;

/** A condition on `person p`: may be suggested to the person $1, who knows of them, does not follow them, and has not sent them away. */
export const SUGGESTABLE_SQL = `p.id <> $1::uuid AND ${personVisibleSql("$1::uuid")}
  AND NOT EXISTS (SELECT FROM follow mine WHERE mine.follower_id = $1::uuid AND mine.followee_id = p.id)
  AND NOT EXISTS (SELECT FROM dismissed_suggestion d WHERE d.person_id = $1::uuid AND d.suggested_id = p.id)`;
