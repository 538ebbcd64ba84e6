-- Reports of what should not be here, what was decided about them, and appeals.
CREATE TYPE "AppealSide" AS ENUM ('reporter', 'affected');

CREATE TABLE "report_case" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "gravity" INTEGER NOT NULL,
    "evidence" JSONB,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assigned_to_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "ground" TEXT,
    "measure" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_case_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "report_case_person_id_idx" ON "report_case"("person_id");
CREATE INDEX "report_case_decided_at_idx" ON "report_case"("decided_at");
-- All reports of one thing are one case until it is decided.
CREATE UNIQUE INDEX "report_case_open" ON "report_case" ("kind", "subject") WHERE "decided_at" IS NULL;
CREATE INDEX "report_case_queue" ON "report_case" ("gravity" DESC, "id") WHERE "decided_at" IS NULL;

CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reporter_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "locale" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receipt_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "report_case_id_reporter_id_key" ON "report"("case_id", "reporter_id");
CREATE INDEX "report_reporter_id_at_idx" ON "report"("reporter_id", "at");
CREATE INDEX "report_without_receipt" ON "report" ("at") WHERE "receipt_at" IS NULL;

CREATE TABLE "case_note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_note_case_id_idx" ON "case_note"("case_id");

CREATE TABLE "appeal" (
    "case_id" UUID NOT NULL,
    "side" "AppealSide" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "upheld" BOOLEAN,
    "words" TEXT NOT NULL DEFAULT '',
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("case_id","side")
);

ALTER TABLE "report" ADD CONSTRAINT "report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
