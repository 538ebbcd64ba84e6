-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('member', 'guest');

-- CreateEnum
CREATE TYPE "RoomKind" AS ENUM ('open', 'social', 'closed');

-- CreateEnum
CREATE TYPE "RoomStatus" AS ENUM ('scheduled', 'live', 'ended');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('host', 'moderator', 'speaker', 'listener');

-- CreateEnum
CREATE TYPE "HandOutcome" AS ENUM ('lowered', 'offered', 'declined', 'left');

-- CreateEnum
CREATE TYPE "OfferOutcome" AS ENUM ('accepted', 'declined', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "EventAudience" AS ENUM ('everyone', 'moderators', 'person');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "kind" "PersonKind" NOT NULL,
    "handle" TEXT,
    "name" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "portrait_seed" INTEGER NOT NULL,
    "cast" BOOLEAN NOT NULL DEFAULT false,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "banned_at" TIMESTAMPTZ(3),
    "ban_reason" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oauth_account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "email" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dev_letter" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dev_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "follower_id" UUID NOT NULL,
    "followee_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("follower_id","followee_id")
);

-- CreateTable
CREATE TABLE "show" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "show_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "show_host" (
    "show_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "show_host_pkey" PRIMARY KEY ("show_id","person_id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL,
    "kind" "RoomKind" NOT NULL DEFAULT 'open',
    "status" "RoomStatus" NOT NULL DEFAULT 'live',
    "guests_allowed" BOOLEAN NOT NULL DEFAULT true,
    "capacity" INTEGER NOT NULL,
    "reserve" INTEGER NOT NULL DEFAULT 0,
    "open_seats" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "show_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduled_for" TIMESTAMPTZ(3),
    "live_at" TIMESTAMPTZ(3),
    "empty_since" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "media_sid" TEXT,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_clock" (
    "room_id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "room_clock_pkey" PRIMARY KEY ("room_id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stage_since" TIMESTAMPTZ(3),
    "muted_at" TIMESTAMPTZ(3),
    "muted_by_id" UUID,
    "connected_at" TIMESTAMPTZ(3),
    "media_sid" TEXT,
    "gone_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" "HandOutcome",
    "answered_by_id" UUID,

    CONSTRAINT "hand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "offered_by_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" "OfferOutcome",

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_ban" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "banned_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "banned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "room_ban_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("room_id","person_id")
);

-- CreateTable
CREATE TABLE "room_event" (
    "room_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "audience" "EventAudience" NOT NULL,
    "to_id" UUID,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_event_pkey" PRIMARY KEY ("room_id","version")
);

-- CreateTable
CREATE TABLE "announcer" (
    "room_id" UUID NOT NULL,
    "sent_version" BIGINT NOT NULL DEFAULT 0,
    "holder" TEXT,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "announcer_pkey" PRIMARY KEY ("room_id")
);

-- CreateTable
CREATE TABLE "work_lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "work_lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_handle_key" ON "person"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "oauth_account_person_id_idx" ON "oauth_account"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- CreateIndex
CREATE INDEX "dev_letter_created_at_idx" ON "dev_letter"("created_at");

-- CreateIndex
CREATE INDEX "follow_followee_id_idx" ON "follow"("followee_id");

-- CreateIndex
CREATE UNIQUE INDEX "show_slug_key" ON "show"("slug");

-- CreateIndex
CREATE INDEX "room_status_created_at_idx" ON "room"("status", "created_at");

-- CreateIndex
CREATE INDEX "room_show_id_idx" ON "room"("show_id");

-- CreateIndex
CREATE INDEX "seat_person_id_opened_at_idx" ON "seat"("person_id", "opened_at");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- AddForeignKey
ALTER TABLE "oauth_account" ADD CONSTRAINT "oauth_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_follower_id_fkey" FOREIGN KEY ("follower_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_followee_id_fkey" FOREIGN KEY ("followee_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "show_host" ADD CONSTRAINT "show_host_show_id_fkey" FOREIGN KEY ("show_id") REFERENCES "show"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "show_host" ADD CONSTRAINT "show_host_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_show_id_fkey" FOREIGN KEY ("show_id") REFERENCES "show"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_clock" ADD CONSTRAINT "room_clock_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_ban" ADD CONSTRAINT "room_ban_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One present seat a person, in one room. It is also the idempotency key of the door.
CREATE UNIQUE INDEX "seat_one_open_per_person" ON "seat" ("person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "seat_open_by_room" ON "seat" ("room_id", "opened_at") WHERE "closed_at" IS NULL;
CREATE INDEX "seat_on_stage" ON "seat" ("room_id", "stage_since") WHERE "closed_at" IS NULL AND "role" <> 'listener';
CREATE INDEX "seat_lease" ON "seat" ("lease_until") WHERE "closed_at" IS NULL AND "lease_until" IS NOT NULL;

CREATE UNIQUE INDEX "hand_one_open" ON "hand" ("room_id", "person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "hand_queue" ON "hand" ("room_id", "raised_at") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "offer_one_open" ON "offer" ("room_id", "person_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "room_ban_one_open" ON "room_ban" ("room_id", "person_id") WHERE "lifted_at" IS NULL;
CREATE INDEX "room_live" ON "room" ("open_seats" DESC, "id") WHERE "status" = 'live';

ALTER TABLE "room" ADD CONSTRAINT "room_seats_within_capacity" CHECK ("open_seats" >= 0 AND "open_seats" <= "capacity");
ALTER TABLE "room" ADD CONSTRAINT "room_capacity_positive" CHECK ("capacity" >= 1);
ALTER TABLE "follow" ADD CONSTRAINT "follow_not_oneself" CHECK ("follower_id" <> "followee_id");
