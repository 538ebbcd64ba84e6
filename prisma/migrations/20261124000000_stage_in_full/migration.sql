CREATE TYPE "HandMode" AS ENUM ('off', 'followed', 'everyone');

CREATE TYPE "ChatMode" AS ENUM ('off', 'speakers', 'followers', 'everyone');

CREATE TYPE "ChatChannel" AS ENUM ('room', 'moderators');

CREATE TYPE "InvitedRole" AS ENUM ('listener', 'speaker');

ALTER TABLE "person" ADD COLUMN "quiet_since" TIMESTAMPTZ(3);
ALTER TABLE "room" ADD COLUMN "hand_mode" "HandMode" NOT NULL DEFAULT 'everyone',
  ADD COLUMN "chat_mode" "ChatMode" NOT NULL DEFAULT 'everyone',
  ADD COLUMN "chat_slow_seconds" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "microphones_locked_at" TIMESTAMPTZ(3),
  ADD COLUMN "host_away_until" TIMESTAMPTZ(3),
  ADD COLUMN "end_line" TEXT NOT NULL DEFAULT '';
ALTER TABLE "hand" ADD COLUMN "question" TEXT NOT NULL DEFAULT '', ADD COLUMN "parked_at" TIMESTAMPTZ(3);
ALTER TABLE "invitation" ADD COLUMN "role" "InvitedRole" NOT NULL DEFAULT 'listener';

CREATE TABLE "invite_link" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "secret_hash" BYTEA NOT NULL,
  "role" "InvitedRole" NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "max_uses" INTEGER NOT NULL,
  "uses" INTEGER NOT NULL DEFAULT 0,
  "revoked_at" TIMESTAMPTZ(3),
  "revoked_by_id" UUID,
  CONSTRAINT "invite_link_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "invite_link" ADD CONSTRAINT "invite_link_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX "invite_link_secret_hash_key" ON "invite_link"("secret_hash");
CREATE INDEX "invite_link_room_id_idx" ON "invite_link"("room_id");

CREATE TABLE "ping" (
  "room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "by_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seen_at" TIMESTAMPTZ(3),
  CONSTRAINT "ping_pkey" PRIMARY KEY ("room_id", "person_id")
);

ALTER TABLE "ping" ADD CONSTRAINT "ping_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "ping_person_id_at_idx" ON "ping"("person_id", "at");
CREATE INDEX "ping_by_id_at_idx" ON "ping"("by_id", "at");

CREATE TABLE "chat_clock" (
  "room_id" UUID NOT NULL,
  "room_version" BIGINT NOT NULL DEFAULT 0,
  "moderators_version" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "chat_clock_pkey" PRIMARY KEY ("room_id")
);

ALTER TABLE "chat_clock" ADD CONSTRAINT "chat_clock_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "chat_line" (
  "room_id" UUID NOT NULL,
  "channel" "ChatChannel" NOT NULL,
  "number" BIGINT NOT NULL,
  "version" BIGINT NOT NULL,
  "person_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "deleted_at" TIMESTAMPTZ(3),
  "deleted_by_id" UUID,
  CONSTRAINT "chat_line_pkey" PRIMARY KEY ("room_id", "channel", "number")
);

ALTER TABLE "chat_line" ADD CONSTRAINT "chat_line_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "chat_line_room_id_channel_version_idx" ON "chat_line"("room_id", "channel", "version");
CREATE INDEX "chat_line_room_id_person_id_idx" ON "chat_line"("room_id", "person_id");

CREATE TABLE "chat_ban" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "banned_by_id" UUID NOT NULL,
  "banned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lifted_at" TIMESTAMPTZ(3),
  "lifted_by_id" UUID,
  CONSTRAINT "chat_ban_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "chat_ban" ADD CONSTRAINT "chat_ban_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "pinned_link" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "title" TEXT NOT NULL DEFAULT '',
  "site" TEXT NOT NULL DEFAULT '',
  "pinned_by_id" UUID NOT NULL,
  "pinned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "unpinned_at" TIMESTAMPTZ(3),
  CONSTRAINT "pinned_link_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "pinned_link" ADD CONSTRAINT "pinned_link_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "instance_ban" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "banned_by_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "banned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lifted_at" TIMESTAMPTZ(3),
  "lifted_by_id" UUID,
  CONSTRAINT "instance_ban_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "instance_ban_person_id_idx" ON "instance_ban"("person_id");

CREATE TABLE "admin_event" (
  "id" UUID NOT NULL,
  "admin_id" UUID NOT NULL,
  "type" TEXT NOT NULL,
  "facts" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "admin_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "admin_event_at_idx" ON "admin_event"("at");

-- What Prisma cannot say.
CREATE UNIQUE INDEX "chat_ban_one_open" ON "chat_ban" ("room_id", "person_id") WHERE "lifted_at" IS NULL;
CREATE UNIQUE INDEX "pinned_link_one_open" ON "pinned_link" ("room_id") WHERE "unpinned_at" IS NULL;
CREATE UNIQUE INDEX "instance_ban_one_open" ON "instance_ban" ("person_id") WHERE "lifted_at" IS NULL;
CREATE INDEX "room_host_away" ON "room" ("host_away_until") WHERE "host_away_until" IS NOT NULL;
ALTER TABLE "room" ADD CONSTRAINT "room_chat_slow_seconds" CHECK ("chat_slow_seconds" BETWEEN 0 AND 600);
ALTER TABLE "invite_link" ADD CONSTRAINT "invite_link_uses" CHECK ("uses" BETWEEN 0 AND "max_uses");
