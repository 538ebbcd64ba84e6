-- Shows with a rhythm, hosts and cohosts, and what a planned room has beside being a room.
CREATE TYPE "ShowRole" AS ENUM ('host', 'cohost');

ALTER TABLE "show"
    ADD COLUMN "topics" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "picture_key" TEXT,
    ADD COLUMN "club_id" UUID,
    ADD COLUMN "created_by_id" UUID,
    ADD COLUMN "published_at" TIMESTAMPTZ(3),
    ADD COLUMN "ended_at" TIMESTAMPTZ(3),
    ADD COLUMN "rule" TEXT,
    ADD COLUMN "zone" TEXT NOT NULL DEFAULT 'UTC',
    ADD COLUMN "first_at" TEXT,
    ADD COLUMN "left_out" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "minutes" INTEGER NOT NULL DEFAULT 60,
    ADD COLUMN "kind" "RoomKind" NOT NULL DEFAULT 'open',
    ADD COLUMN "guests_allowed" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "opens_itself" BOOLEAN NOT NULL DEFAULT false,
    ADD CONSTRAINT "show_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    ADD CONSTRAINT "show_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    ADD CONSTRAINT "show_rhythm" CHECK ("rule" IS NULL OR "first_at" IS NOT NULL);
CREATE INDEX "show_club_id_idx" ON "show" ("club_id");
CREATE INDEX "show_created_by_id_idx" ON "show" ("created_by_id");
-- Those that are there were for everybody.
UPDATE "show" s SET "published_at" = s."created_at",
    "created_by_id" = (SELECT h."person_id" FROM "show_host" h WHERE h."show_id" = s."id" ORDER BY h."person_id" LIMIT 1);

ALTER TABLE "show_host"
    ADD COLUMN "role" "ShowRole" NOT NULL DEFAULT 'host',
    ADD COLUMN "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "show_host_person_id_idx" ON "show_host" ("person_id");

CREATE TABLE "show_follow" (
    "show_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "show_follow_pkey" PRIMARY KEY ("show_id", "person_id"),
    CONSTRAINT "show_follow_show_id_fkey" FOREIGN KEY ("show_id") REFERENCES "show"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "show_follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "show_follow_person_id_idx" ON "show_follow" ("person_id");

-- Each recurrence of a show is one room at most, however many processes plan it.
ALTER TABLE "room" ADD COLUMN "occurrence" TEXT;
CREATE UNIQUE INDEX "room_show_id_occurrence_key" ON "room" ("show_id", "occurrence");

CREATE TABLE "episode" (
    "room_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 60,
    "published_at" TIMESTAMPTZ(3),
    "kind" "RoomKind" NOT NULL DEFAULT 'open',
    "guests_allowed" BOOLEAN NOT NULL DEFAULT true,
    "opens_itself" BOOLEAN NOT NULL DEFAULT false,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "episode_pkey" PRIMARY KEY ("room_id"),
    CONSTRAINT "episode_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- What was announced before, and every episode there was.
INSERT INTO "episode" ("room_id", "published_at", "kind", "guests_allowed")
SELECT "id", "created_at", "kind", "guests_allowed" FROM "room" WHERE "main_room_id" IS NULL AND ("status" = 'scheduled' OR "show_id" IS NOT NULL);

CREATE TABLE "episode_host" (
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "ShowRole" NOT NULL DEFAULT 'cohost',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "episode_host_pkey" PRIMARY KEY ("room_id", "person_id"),
    CONSTRAINT "episode_host_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "episode"("room_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "episode_host_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "episode_host_person_id_idx" ON "episode_host" ("person_id");

-- Announced rooms by their hour: what the hallway shows, and what the worker looks for.
CREATE INDEX "room_scheduled" ON "room" ("scheduled_for", "id") WHERE "status" = 'scheduled';
