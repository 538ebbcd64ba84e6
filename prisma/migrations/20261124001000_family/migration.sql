-- A main room and its overflow rooms are a family.
ALTER TABLE "room"
  ADD COLUMN "main_room_id" UUID,
  ADD COLUMN "overflow_number" INTEGER,
  ADD COLUMN "overflow_limit" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "overflow_opened" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "after_talk_of_id" UUID,
  ADD COLUMN "stage_first_at" TIMESTAMPTZ(3);

ALTER TABLE "room" ADD CONSTRAINT "room_main_room_id_fkey"
  FOREIGN KEY ("main_room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room" ADD CONSTRAINT "room_overflow_is_numbered" CHECK (("main_room_id" IS NULL) = ("overflow_number" IS NULL));

CREATE UNIQUE INDEX "room_main_room_id_overflow_number_key" ON "room"("main_room_id", "overflow_number");

ALTER TABLE "announcer" ADD COLUMN "main_sent_version" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "hand"
  ADD COLUMN "picked_at" TIMESTAMPTZ(3),
  ADD COLUMN "picked_by_id" UUID,
  ADD COLUMN "pick_reason" TEXT NOT NULL DEFAULT '';

CREATE TYPE "SeatOfferOutcome" AS ENUM ('accepted', 'declined', 'expired', 'withdrawn');

CREATE TABLE "held_seat" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ends_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "held_seat_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "held_seat" ADD CONSTRAINT "held_seat_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "seat_offer" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "from_room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  "outcome" "SeatOfferOutcome",
  CONSTRAINT "seat_offer_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "seat_offer" ADD CONSTRAINT "seat_offer_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "visit" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lease_until" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "visit" ADD CONSTRAINT "visit_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "interpreter" (
  "id" UUID NOT NULL,
  "room_id" UUID NOT NULL,
  "language" TEXT NOT NULL,
  "person_id" UUID NOT NULL,
  "assigned_by_id" UUID NOT NULL,
  "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "on_air_since" TIMESTAMPTZ(3),
  "source_language" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "interpreter_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "interpreter" ADD CONSTRAINT "interpreter_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "rating" (
  "room_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "language" TEXT NOT NULL,
  "understood" INTEGER NOT NULL,
  "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "rating_pkey" PRIMARY KEY ("room_id", "person_id", "language")
);

ALTER TABLE "rating" ADD CONSTRAINT "rating_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "door_line" (
  "room_id" UUID NOT NULL,
  "last_number" BIGINT NOT NULL DEFAULT 0,
  "called_at" TIMESTAMPTZ(3),
  "kept_until" TIMESTAMPTZ(3),
  CONSTRAINT "door_line_pkey" PRIMARY KEY ("room_id")
);

ALTER TABLE "door_line" ADD CONSTRAINT "door_line_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ticket" (
  "room_id" UUID NOT NULL,
  "number" BIGINT NOT NULL,
  "person_id" UUID NOT NULL,
  "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "polled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "called_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "ticket_pkey" PRIMARY KEY ("room_id", "number")
);

ALTER TABLE "ticket" ADD CONSTRAINT "ticket_room_id_fkey"
  FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX "held_seat_one_open" ON "held_seat" ("person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "held_seat_by_room" ON "held_seat" ("room_id") WHERE "closed_at" IS NULL;
CREATE INDEX "held_seat_ends" ON "held_seat" ("ends_at") WHERE "closed_at" IS NULL AND "ends_at" IS NOT NULL;

CREATE INDEX "seat_offer_person_id_offered_at_idx" ON "seat_offer"("person_id", "offered_at");
CREATE UNIQUE INDEX "seat_offer_one_open" ON "seat_offer" ("person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "seat_offer_by_room" ON "seat_offer" ("room_id") WHERE "closed_at" IS NULL;

CREATE UNIQUE INDEX "visit_one_open" ON "visit" ("person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "visit_by_room" ON "visit" ("room_id") WHERE "closed_at" IS NULL;

CREATE INDEX "interpreter_room_id_language_idx" ON "interpreter"("room_id", "language");
CREATE UNIQUE INDEX "interpreter_one_language" ON "interpreter" ("room_id", "person_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "interpreter_one_on_air" ON "interpreter" ("room_id", "language") WHERE "ended_at" IS NULL AND "on_air_since" IS NOT NULL;

CREATE UNIQUE INDEX "ticket_one_open" ON "ticket" ("room_id", "person_id") WHERE "closed_at" IS NULL;
CREATE INDEX "ticket_waiting" ON "ticket" ("room_id", "number") WHERE "closed_at" IS NULL;
