-- How often limits refused somebody, and what there was at a moment: for the admins' dashboard.
CREATE TABLE "limit_hit" (
    "name" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "limit_hit_pkey" PRIMARY KEY ("name","minute")
);
CREATE INDEX "limit_hit_minute_idx" ON "limit_hit"("minute");

CREATE TABLE "sample" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rooms" INTEGER NOT NULL,
    "halls" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "on_stage" INTEGER NOT NULL,
    "joins" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "jobs" INTEGER NOT NULL,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("at")
);
