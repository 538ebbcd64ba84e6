-- The page that sits on a seat: one that comes back by itself takes it from no other.
ALTER TABLE "seat" ADD COLUMN "page_id" UUID;
