-- The relay looks for the live demo room several times a second. There is one at most.
CREATE INDEX "room_live_demo" ON "room" ("created_at") WHERE "status" = 'live' AND "demo";
