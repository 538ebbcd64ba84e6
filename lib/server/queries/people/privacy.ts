/** The person of row `person` follows `viewer`, an SQL expression of a person's id. */
const followsSql = (viewer: string, person: string): string =>
  `EXISTS (SELECT 1 FROM follow back WHERE back.follower_id = ${person}.id AND back.followee_id = ${viewer})`;

/** A condition on a row of person: `viewer` is told where they are. seesWhereabouts of lib/domain/people in SQL, for lists; a test holds the two together. */
export const whereaboutsSql = (viewer: string, person = "p"): string =>
  `(${person}.id = ${viewer} OR (${person}.whereabouts = 'everyone' AND ${person}.protected_at IS NULL)
    OR (${person}.whereabouts <> 'nobody' AND ${followsSql(viewer, person)}))`;

/** A condition on a row of person: `viewer` sees their lists. seesWholeProfile of lib/domain/people in SQL. */
export const wholeProfileSql = (viewer: string, person = "p"): string =>
  `(${person}.id = ${viewer} OR ${person}.protected_at IS NULL OR ${followsSql(viewer, person)})`;
