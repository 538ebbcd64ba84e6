-- Whom a club's news is of: who let a member in that had asked, and the club that a push is about.
ALTER TABLE "club_member" ADD COLUMN "admitted_by_id" UUID;
ALTER TABLE "personal_push" ADD COLUMN "club_id" UUID;

-- The last who asked, for those who are told of it.
CREATE INDEX "club_request_club_id_asked_at_idx" ON "club_request" ("club_id", "asked_at");
