-- Somebody who will be there, and by whose clock and in which language they are told: as of the page in which they said so.
CREATE TABLE "rsvp" (
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remind" BOOLEAN NOT NULL DEFAULT true,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',

    CONSTRAINT "rsvp_pkey" PRIMARY KEY ("room_id", "person_id"),
    CONSTRAINT "rsvp_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "episode"("room_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "rsvp_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "rsvp_person_id_idx" ON "rsvp" ("person_id");

ALTER TABLE "show_follow" ADD COLUMN "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- Which show's followers are told: found by the show, however many episodes it has had.
ALTER TABLE "episode_news" ADD COLUMN "show_id" UUID;
DROP INDEX "episode_news_at_idx";
CREATE INDEX "episode_news_show_id_at_idx" ON "episode_news" ("show_id", "at");

-- An address without an account that is told of one episode, or of a show's.
CREATE TABLE "mail_reminder" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "room_id" UUID,
    "show_id" UUID,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- What the link in the first mail holds, hashed; and since when its owner has said yes.
    "key_hash" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_reminder_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_reminder_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "episode"("room_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mail_reminder_show_id_fkey" FOREIGN KEY ("show_id") REFERENCES "show"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mail_reminder_of_one" CHECK (("room_id" IS NULL) <> ("show_id" IS NULL))
);
CREATE UNIQUE INDEX "mail_reminder_key_hash_key" ON "mail_reminder" ("key_hash");
CREATE UNIQUE INDEX "mail_reminder_room_id_address_key" ON "mail_reminder" ("room_id", "address");
CREATE UNIQUE INDEX "mail_reminder_show_id_address_key" ON "mail_reminder" ("show_id", "address");
CREATE INDEX "mail_reminder_address_idx" ON "mail_reminder" ("address");
CREATE INDEX "mail_reminder_unconfirmed" ON "mail_reminder" ("asked_at") WHERE "confirmed_at" IS NULL;

-- A mail of an episode's news that no mail server took yet, or that waits for the end of somebody's quiet hours.
CREATE TABLE "episode_mail" (
    "room_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "EpisodeNewsKind" NOT NULL,
    "recipient_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "episode_mail_pkey" PRIMARY KEY ("room_id", "sequence", "kind", "recipient_id"),
    CONSTRAINT "episode_mail_room_id_sequence_kind_fkey" FOREIGN KEY ("room_id", "sequence", "kind") REFERENCES "episode_news"("room_id", "sequence", "kind") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "episode_mail_due_at_idx" ON "episode_mail" ("due_at");

-- The address under which somebody's own calendar can be read, without signing in; made anew, the one before counts no more.
CREATE TABLE "calendar_key" (
    "person_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_key_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "calendar_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
