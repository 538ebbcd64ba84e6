/**
 * What `person`, an SQL expression, is for the planned room `r`: a host or cohost of its show, or of this episode alone; whoever planned it is a
 * host. Null for everybody else. `ShowRole` orders hosts before cohosts.
 */
export const episodeRoleSql = (person: string): string => `(
  SELECT min(t.role) FROM (
    SELECT h.role FROM show_host h WHERE h.show_id = r.show_id AND h.person_id = ${person}
    UNION ALL SELECT e.role FROM episode_host e WHERE e.room_id = r.id AND e.person_id = ${person}
    UNION ALL SELECT 'host'::"ShowRole" WHERE r.created_by_id = ${person}) t)`;
