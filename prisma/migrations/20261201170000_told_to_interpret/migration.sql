-- What a push to somebody who was named to interpret an episode is about; and what their list reads of it.
ALTER TABLE "personal_push" ADD COLUMN "interpreter_id" UUID;
CREATE INDEX "interpreter_person_id_assigned_at_idx" ON "interpreter" ("person_id", "assigned_at");
