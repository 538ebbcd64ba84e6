CREATE TABLE "recording" (
    "id" UUID NOT NULL,
    "room_id" UUID,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "begun_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "downloadable" BOOLEAN NOT NULL DEFAULT false,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "samples" BIGINT NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recording_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "recording_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "recording_room_id_idx" ON "recording" ("room_id");
CREATE INDEX "recording_started_by_id_idx" ON "recording" ("started_by_id");
-- One runs in a room at a time, and the relays ask for all that run.
CREATE UNIQUE INDEX "recording_running" ON "recording" ("room_id") WHERE "stopped_at" IS NULL;

CREATE TABLE "recording_answer" (
    "id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "stage_since" TIMESTAMPTZ(3),
    "agrees" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recording_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recording_answer_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "recording_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "recording_answer_recording_id_seat_id_idx" ON "recording_answer" ("recording_id", "seat_id");
CREATE INDEX "recording_answer_person_id_idx" ON "recording_answer" ("person_id");

CREATE TABLE "recording_piece" (
    "recording_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "recording_piece_pkey" PRIMARY KEY ("recording_id", "number"),
    CONSTRAINT "recording_piece_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "recording_turn" (
    "recording_id" UUID NOT NULL,
    "from_ms" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "to_ms" INTEGER NOT NULL,

    CONSTRAINT "recording_turn_pkey" PRIMARY KEY ("recording_id", "from_ms", "person_id"),
    CONSTRAINT "recording_turn_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "recording_turn_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "recording_turn_person_id_idx" ON "recording_turn" ("person_id");
