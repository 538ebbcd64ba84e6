-- How many were ever called out of the line: its speed is read from this.
ALTER TABLE "door_line"
  ADD COLUMN "called_total" BIGINT NOT NULL DEFAULT 0,
  DROP COLUMN "called_at";

-- Those who wait and those who were called are looked for apart.
DROP INDEX "ticket_waiting";
CREATE INDEX "ticket_waiting" ON "ticket" ("room_id", "number") WHERE "closed_at" IS NULL AND "called_at" IS NULL;
CREATE INDEX "ticket_called" ON "ticket" ("room_id", "number") WHERE "closed_at" IS NULL AND "called_at" IS NOT NULL;

-- By person first: a line has many open tickets, a person few.
DROP INDEX "ticket_one_open";
CREATE UNIQUE INDEX "ticket_one_open" ON "ticket" ("person_id", "room_id") WHERE "closed_at" IS NULL;
