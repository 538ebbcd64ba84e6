CREATE TYPE "DigestRhythm" AS ENUM ('daily', 'weekly');

-- Somebody who wants a mail of what they missed. No row: no such mail.
CREATE TABLE "mail_digest" (
    "person_id" UUID NOT NULL,
    "rhythm" "DigestRhythm" NOT NULL,
    -- By whose clock it is due, and in which language it is written: as of the page in which it was chosen.
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    -- Up to when their news has been told by mail.
    "told_until" TIMESTAMPTZ(3) NOT NULL,
    -- The last one: when a worker took it on, and when a mail server took it. Claimed and not sent: a worker died over it, the
    -- server did not take it, or there was nothing to say.
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    -- How often in a row the mail server said "later".
    "tries" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "mail_digest_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "mail_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_digest_due_at_idx" ON "mail_digest" ("due_at");
