-- By which members bring others here. Only a seal of the code is kept: the code itself is made from the id, under the instance's secret.
CREATE TABLE "invite_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_seal" BYTEA NOT NULL,
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_code_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invite_code_uses" CHECK ("uses" BETWEEN 0 AND "max_uses")
);
CREATE UNIQUE INDEX "invite_code_code_seal_key" ON "invite_code" ("code_seal");
CREATE INDEX "invite_code_person_id_created_at_idx" ON "invite_code" ("person_id", "created_at");
ALTER TABLE "invite_code" ADD CONSTRAINT "invite_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Since when a newcomer is to be shown around; null once they were, and for everybody who is here already.
ALTER TABLE "person" ADD COLUMN "welcome_due_at" TIMESTAMPTZ(3);
