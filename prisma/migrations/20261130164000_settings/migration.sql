-- What a browser is and when it was last here, for the list of one's own sessions.
ALTER TABLE "session" ADD COLUMN "browser" TEXT;
ALTER TABLE "session" ADD COLUMN "system" TEXT;
ALTER TABLE "session" ADD COLUMN "used_at" TIMESTAMPTZ(3);

-- When somebody who gave their account up was out of every room, and when the account was emptied. The few that still wait
-- for either are found by an index of their own.
ALTER TABLE "person" ADD COLUMN "out_everywhere_at" TIMESTAMPTZ(3);
ALTER TABLE "person" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
CREATE INDEX "person_leaving" ON "person" ("given_up_at") WHERE "given_up_at" IS NOT NULL AND "erased_at" IS NULL;

-- By what somebody banned signed in, as a keyed hash: it outlives their account, so that the ban does.
CREATE TABLE "barred_identity" (
    "seal" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "barred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "barred_identity_pkey" PRIMARY KEY ("seal", "person_id")
);
CREATE INDEX "barred_identity_person_id_idx" ON "barred_identity" ("person_id");

-- Somebody's data as one archive, on its way or there to be fetched for a while.
CREATE TYPE "ExportState" AS ENUM ('waiting', 'gathering', 'ready', 'failed');
CREATE TABLE "data_export" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_hash" BYTEA NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "data_export_person_id_asked_at_idx" ON "data_export" ("person_id", "asked_at");
CREATE INDEX "data_export_open" ON "data_export" ("asked_at") WHERE "state" IN ('waiting', 'gathering');
-- One at a time: asking again while one is on its way gives that one.
CREATE UNIQUE INDEX "data_export_one_open" ON "data_export" ("person_id") WHERE "state" IN ('waiting', 'gathering');
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "data_export_part" (
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "data_export_part_pkey" PRIMARY KEY ("export_id", "number")
);
ALTER TABLE "data_export_part" ADD CONSTRAINT "data_export_part_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "data_export"("id") ON DELETE CASCADE ON UPDATE CASCADE;
