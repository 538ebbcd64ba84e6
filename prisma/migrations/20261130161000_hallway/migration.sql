-- A room that somebody wants to see no more in their hallway, as long as there is the room.
CREATE TABLE "hidden_room" (
    "person_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "hidden_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hidden_room_pkey" PRIMARY KEY ("person_id", "room_id")
);
CREATE INDEX "hidden_room_room_id_idx" ON "hidden_room" ("room_id");
ALTER TABLE "hidden_room" ADD CONSTRAINT "hidden_room_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "hidden_room" ADD CONSTRAINT "hidden_room_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Somebody who shall not be suggested to somebody again.
CREATE TABLE "dismissed_suggestion" (
    "person_id" UUID NOT NULL,
    "suggested_id" UUID NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dismissed_suggestion_pkey" PRIMARY KEY ("person_id", "suggested_id")
);
CREATE INDEX "dismissed_suggestion_suggested_id_idx" ON "dismissed_suggestion" ("suggested_id");
ALTER TABLE "dismissed_suggestion" ADD CONSTRAINT "dismissed_suggestion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "dismissed_suggestion" ADD CONSTRAINT "dismissed_suggestion_suggested_id_fkey" FOREIGN KEY ("suggested_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Topics stand as they were typed, and two are the same topic whatever their capitals.
CREATE FUNCTION topic_keys(topics text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT lower(normalize(topic, NFC)) FROM unnest(topics) AS topic);
ALTER TABLE "room" ADD COLUMN "topic_keys" text[] NOT NULL GENERATED ALWAYS AS (topic_keys("topics")) STORED;

-- Who spoke in a room, for those who listened there.
CREATE INDEX "seat_was_on_stage" ON "seat" ("room_id", "person_id") WHERE "stage_since" IS NOT NULL;
