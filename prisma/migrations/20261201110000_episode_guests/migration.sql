-- Guests of an episode, by a personal link: who, what they answered, and each step on the way.
CREATE TYPE "GuestState" AS ENUM ('invited', 'accepted', 'declined', 'revoked');

CREATE TABLE "episode_guest" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "address" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "state" "GuestState" NOT NULL DEFAULT 'invited',
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT NOT NULL DEFAULT '',
    "account_needed" BOOLEAN NOT NULL DEFAULT false,
    "place" INTEGER NOT NULL DEFAULT 0,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_guest_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "episode_guest_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "episode"("room_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "episode_guest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "episode_guest_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    -- Who accepts is somebody, as long as there is them.
    CONSTRAINT "episode_guest_answer" CHECK ("state" NOT IN ('accepted', 'declined') OR "answered_at" IS NOT NULL)
);
CREATE INDEX "episode_guest_room_id_place_idx" ON "episode_guest" ("room_id", "place");
CREATE INDEX "episode_guest_person_id_idx" ON "episode_guest" ("person_id");
CREATE INDEX "episode_guest_claimed_by_id_idx" ON "episode_guest" ("claimed_by_id");
-- Nobody is one episode's guest twice.
CREATE UNIQUE INDEX "episode_guest_once" ON "episode_guest" ("room_id", "person_id") WHERE "person_id" IS NOT NULL AND "state" <> 'revoked';

-- The links of a guest, by the hash of each one's secret. One that was replaced is known, so that it can say so.
CREATE TABLE "guest_secret" (
    "hash" BYTEA NOT NULL,
    "guest_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_secret_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "guest_secret_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "episode_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "guest_secret_guest_id_idx" ON "guest_secret" ("guest_id");

CREATE TABLE "guest_step" (
    "id" UUID NOT NULL,
    "guest_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "guest_step_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "episode_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "guest_step_guest_id_idx" ON "guest_step" ("guest_id");
