-- From what network a seat was taken, as a keyed hash that says nothing outside its family. Gone when the room ends.
ALTER TABLE "seat" ADD COLUMN "network" BYTEA;

-- Networks from which a room takes no new guests, since somebody from there was put out.
CREATE TABLE "network_bar" (
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "network" BYTEA NOT NULL,
    "barred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "network_bar_pkey" PRIMARY KEY ("room_id", "network", "person_id")
);

ALTER TABLE "network_bar" ADD CONSTRAINT "network_bar_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lists ask which rooms one person was put out of.
CREATE INDEX "room_ban_person_id_open" ON "room_ban" ("person_id") WHERE "lifted_at" IS NULL;
