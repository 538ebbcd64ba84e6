-- Each report has an appeal of its own: nobody reads another reporter's, and nobody uses it up.
ALTER TABLE "appeal" ADD COLUMN "id" UUID, ADD COLUMN "report_id" UUID;
UPDATE "appeal" a SET "id" = uuidv7(), "report_id" = CASE WHEN a."side" = 'reporter' THEN
  (SELECT r."id" FROM "report" r WHERE r."case_id" = a."case_id" ORDER BY r."id" LIMIT 1) END;
ALTER TABLE "appeal" ALTER COLUMN "id" SET NOT NULL, DROP CONSTRAINT "appeal_pkey", ADD CONSTRAINT "appeal_pkey" PRIMARY KEY ("id");
CREATE UNIQUE INDEX "appeal_report_id_key" ON "appeal" ("report_id");
CREATE UNIQUE INDEX "appeal_affected" ON "appeal" ("case_id") WHERE "report_id" IS NULL;
CREATE INDEX "appeal_case_id_idx" ON "appeal" ("case_id");
