-- What those who asked for an episode, or follow its show, are told of it: one row, however many they are. Who is told is computed on reading.
CREATE TYPE "EpisodeNewsKind" AS ENUM ('moved', 'renamed', 'cancelled', 'soon', 'live');
CREATE TABLE "episode_news" (
    "room_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "EpisodeNewsKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_at" TIMESTAMPTZ(3),
    "to_at" TIMESTAMPTZ(3),
    "from_title" TEXT,
    -- How far the pushes and the mails of it have gone: see lib/server/notifications.
    "push_round" SMALLINT NOT NULL DEFAULT 0,
    "pushed_person_id" UUID,
    "pushed_subscription_id" UUID,
    "pushes_ended_at" TIMESTAMPTZ(3),
    "mail_round" SMALLINT NOT NULL DEFAULT 0,
    "mailed_id" UUID,
    "mails_ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_news_pkey" PRIMARY KEY ("room_id", "sequence", "kind"),
    CONSTRAINT "episode_news_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "episode"("room_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "episode_news_at_idx" ON "episode_news" ("at");
CREATE INDEX "episode_news_to_push" ON "episode_news" ("at") WHERE "pushes_ended_at" IS NULL;
CREATE INDEX "episode_news_to_mail" ON "episode_news" ("at") WHERE "mails_ended_at" IS NULL;
-- Each hour is reminded of once, whatever else changed before it; and an episode goes live once.
CREATE UNIQUE INDEX "episode_news_soon" ON "episode_news" ("room_id", "to_at") WHERE "kind" = 'soon';
CREATE UNIQUE INDEX "episode_news_live" ON "episode_news" ("room_id") WHERE "kind" = 'live';
