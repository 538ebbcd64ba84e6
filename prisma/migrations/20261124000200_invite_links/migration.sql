-- Which link an invitation came by, and when its standing invitation to the stage was taken up.
ALTER TABLE "invitation" ADD COLUMN "link_id" UUID;
ALTER TABLE "invitation" ADD COLUMN "risen_at" TIMESTAMPTZ(3);
CREATE INDEX "invitation_link_id_idx" ON "invitation"("link_id");

-- Followers are found by the beginning of their handle or name, and paged by their id.
CREATE INDEX "person_handle_prefix" ON "person"(handle text_pattern_ops);
CREATE INDEX "person_name_prefix" ON "person"(lower(name) text_pattern_ops);
CREATE INDEX "follow_followee_follower" ON "follow"("followee_id", "follower_id");
