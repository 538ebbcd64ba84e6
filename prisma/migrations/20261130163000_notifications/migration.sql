-- Somebody opened a room, or came on its stage: one row, however many follow them. Who is told is computed on reading.
CREATE TYPE "GoingLiveKind" AS ENUM ('went_live', 'speaking');
CREATE TABLE "going_live" (
    "person_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "kind" "GoingLiveKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- How far the pushes of it have gone: see lib/server/notifications/claim-pushes.ts.
    "push_round" SMALLINT NOT NULL DEFAULT 0,
    "pushed_person_id" UUID,
    "pushed_subscription_id" UUID,
    "pushes_ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "going_live_pkey" PRIMARY KEY ("person_id", "room_id")
);
CREATE INDEX "going_live_person_id_at_idx" ON "going_live" ("person_id", "at");
CREATE INDEX "going_live_room_id_idx" ON "going_live" ("room_id");
CREATE INDEX "going_live_to_push" ON "going_live" ("at") WHERE "pushes_ended_at" IS NULL;
ALTER TABLE "going_live" ADD CONSTRAINT "going_live_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How somebody wants to be told, and until when they have seen what there is. No row: as everybody is at first.
CREATE TABLE "notification_settings" (
    "person_id" UUID NOT NULL,
    "changed" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "paused_until" TIMESTAMPTZ(3),
    "quiet_from" SMALLINT,
    "quiet_until" SMALLINT,
    "time_zone" TEXT,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "notification_settings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "notification_settings_quiet" CHECK (("quiet_from" IS NULL) = ("quiet_until" IS NULL)
      AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_until" BETWEEN 0 AND 1439)
);

-- Somebody of whom somebody else wants to be told nothing.
CREATE TABLE "notification_mute" (
    "person_id" UUID NOT NULL,
    "muted_id" UUID NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_mute_pkey" PRIMARY KEY ("person_id", "muted_id"),
    CONSTRAINT "notification_mute_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A browser that takes pushes. It ends with the session in which it was made: who signs out is told nothing there.
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_hash" BYTEA NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- When its owner last came by or opened a push, and since when they do so again and again.
    "active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "eager_since" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "push_subscription_session_hash_fkey" FOREIGN KEY ("session_hash") REFERENCES "session"("token_hash") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription" ("endpoint");
CREATE INDEX "push_subscription_person_id_id_idx" ON "push_subscription" ("person_id", "id");
CREATE INDEX "push_subscription_session_hash_idx" ON "push_subscription" ("session_hash");

-- A push to one person about something that is theirs alone, until a worker takes it.
CREATE TABLE "personal_push" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "room_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personal_push_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "personal_push_at_idx" ON "personal_push" ("at");

-- New followers of somebody, newest first.
CREATE INDEX "follow_followee_id_created_at_idx" ON "follow" ("followee_id", "created_at");
