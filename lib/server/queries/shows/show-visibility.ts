import { blockedSql, personVisibleSql } from "@/lib/server/queries/people/person-visibility";

/**
 * A condition on `show sh`: `viewer`, an SQL expression that is null for a visitor without an account, may know of it. Its hosts do, and of
 * one that is no draft whoever sees one of its hosts, and has a block with none of them.
 */
export const showVisibleSql = (viewer: string): string => `(
  EXISTS (SELECT FROM show_host me WHERE me.show_id = sh.id AND me.person_id = ${viewer}) OR (sh.published_at IS NOT NULL
  AND EXISTS (SELECT FROM show_host sho JOIN person p ON p.id = sho.person_id WHERE sho.show_id = sh.id AND ${personVisibleSql(viewer)})
  AND NOT EXISTS (SELECT FROM show_host sho WHERE sho.show_id = sh.id AND sho.person_id IN (${blockedSql(viewer)}))))`;
