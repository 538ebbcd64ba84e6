-- A listener's question is spoken back: the language that they ask in goes with their hand to the stage.
ALTER TABLE "hand" ADD COLUMN "asks_in" TEXT;
ALTER TABLE "offer" ADD COLUMN "asks_in" TEXT;
ALTER TABLE "seat" ADD COLUMN "asks_in" TEXT;

-- An interpreter who speaks on the main stage instead of in their channel.
ALTER TABLE "interpreter" ADD COLUMN "to_stage_since" TIMESTAMPTZ(3);
CREATE INDEX "interpreter_to_stage" ON "interpreter" ("room_id") WHERE "to_stage_since" IS NOT NULL AND "ended_at" IS NULL;
