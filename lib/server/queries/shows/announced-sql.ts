/** A condition on `room r`: it is no draft, which no list shows to anybody but on the pages of who plans it. */
export const ANNOUNCED_SQL =
  "NOT EXISTS (SELECT FROM episode draft WHERE draft.room_id = r.id AND draft.published_at IS NULL)";

/** A condition on `room r`: it is to come, and told of to everybody who may know of it. Of somebody who gave their account up nothing comes. */
export const TO_COME_SQL = `r.status = 'scheduled' AND ${ANNOUNCED_SQL}
  AND NOT EXISTS (SELECT FROM person c WHERE c.id = r.created_by_id AND c.given_up_at IS NOT NULL)`;
