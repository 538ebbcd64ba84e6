-- Whom counts leave out is counted one by one: those shut out, and those who gave their account up, until it is emptied and
-- holds no follows any more. Nothing else stands here, nor in the next migration: what already holds a lock and then waits for
-- all who touch people can only wait in a circle with them, and this is to be put on a house that is open.
CREATE INDEX "person_hidden_from_counts" ON "person" ("id") WHERE ("banned_at" IS NOT NULL OR "given_up_at" IS NOT NULL) AND "erased_at" IS NULL;
