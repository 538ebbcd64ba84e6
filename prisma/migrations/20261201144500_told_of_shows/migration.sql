-- Who made somebody a host or cohost of a show, of which they are told; and what a push of that, or of an invitation as a guest, is about.
ALTER TABLE "show_host" ADD COLUMN "added_by_id" UUID;
ALTER TABLE "personal_push" ADD COLUMN "show_id" UUID, ADD COLUMN "guest_id" UUID;
