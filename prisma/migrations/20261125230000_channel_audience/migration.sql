-- How many listen to each language of a family, as the sweep counted them.
CREATE TABLE "channel_audience" (
  "room_id" UUID NOT NULL REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "language" TEXT NOT NULL,
  "listeners" INTEGER NOT NULL,
  "counted_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("room_id", "language")
);
