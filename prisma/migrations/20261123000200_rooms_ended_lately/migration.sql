-- The announcer looks after rooms until their last word is sent.
CREATE INDEX "room_ended_lately" ON "room" ("ended_at") WHERE "ended_at" IS NOT NULL;
