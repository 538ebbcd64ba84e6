-- Somebody who will have nothing to do with somebody else: both are gone for each other.
CREATE TABLE "block" (
    "blocker_id" UUID NOT NULL,
    "blocked_id" UUID NOT NULL,
    "blocked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("blocker_id", "blocked_id"),
    CONSTRAINT "block_of_another" CHECK ("blocker_id" <> "blocked_id")
);
CREATE INDEX "block_blocked_id_blocker_id_idx" ON "block" ("blocked_id", "blocker_id");
ALTER TABLE "block" ADD CONSTRAINT "block_blocker_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Since when an account is given up: nobody sees the person from then on, and a week later the row is emptied.
ALTER TABLE "person" ADD COLUMN "given_up_at" TIMESTAMPTZ(3);
