-- CreateTable
CREATE TABLE "pending_mirror" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "actor_id" UUID,
    "events" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pending_mirror_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pending_mirror_room_id_person_id_idx" ON "pending_mirror"("room_id", "person_id");

-- CreateIndex
CREATE INDEX "room_event_room_id_audience_to_id_version_idx" ON "room_event"("room_id", "audience", "to_id", "version");

-- AddForeignKey
ALTER TABLE "pending_mirror" ADD CONSTRAINT "pending_mirror_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE INDEX "offer_open_until" ON "offer" ("expires_at") WHERE "closed_at" IS NULL;
