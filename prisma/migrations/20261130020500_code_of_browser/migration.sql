-- A sign-in code belongs to the browser that asked for it: several may count for one address at the same time.
CREATE TABLE "browser_code" (
    "email" TEXT NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "browser_code_pkey" PRIMARY KEY ("email", "browser_hash")
);
