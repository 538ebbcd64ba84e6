-- How many heard a language at most, for the figures of a room that is over.
ALTER TABLE "channel_audience" ADD COLUMN "peak" INTEGER NOT NULL DEFAULT 0;
UPDATE "channel_audience" SET "peak" = "listeners";
