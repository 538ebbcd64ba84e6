-- Whoever led the room that holds their seat leads it again when they are back.
ALTER TABLE "held_seat" ADD COLUMN "leads" BOOLEAN NOT NULL DEFAULT false;
