-- Rooms that went live a moment ago, which a process may not have in the list it orders hallways from. An index on rooms would be written at each seat.
CREATE INDEX "going_live_at_idx" ON "going_live" ("at");
