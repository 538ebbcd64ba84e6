-- A handle that somebody gave up is nobody else's for a while.
CREATE TABLE "given_up_handle" (
    "handle" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "given_up_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "given_up_handle_pkey" PRIMARY KEY ("handle")
);

-- Names are kept as they were typed, and found in whatever normal form they are sought.
CREATE INDEX "person_name_normal" ON "person"(lower(normalize(name, NFC)) text_pattern_ops);
