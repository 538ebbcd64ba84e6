-- Who was in a room that is over, and whose hands were up there: found by the room. Entered when a seat closes, never when one opens.
CREATE INDEX "seat_closed_by_room" ON "seat" ("room_id") WHERE "closed_at" IS NOT NULL;
CREATE INDEX "hand_closed_by_room" ON "hand" ("room_id") WHERE "closed_at" IS NOT NULL;

-- The halls of a family that went on as rooms of their own.
CREATE INDEX "room_after_talk_of" ON "room" ("after_talk_of_id") WHERE "after_talk_of_id" IS NOT NULL;
