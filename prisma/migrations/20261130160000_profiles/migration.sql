-- Which uploaded picture shows this person, null while the drawn portrait does. Another picture has another key.
ALTER TABLE "person" ADD COLUMN "portrait_key" TEXT;

-- What a profile tells besides name, words and languages.
ALTER TABLE "person" ADD COLUMN "links" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "person" ADD COLUMN "topics" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
-- Who brought them here. No relation: it outlives them.
ALTER TABLE "person" ADD COLUMN "nominated_by_id" UUID;

-- Who sees the rest of a profile, and who sees where its person is.
CREATE TYPE "Whereabouts" AS ENUM ('everyone', 'followed', 'nobody');
ALTER TABLE "person" ADD COLUMN "protected_at" TIMESTAMPTZ(3);
ALTER TABLE "person" ADD COLUMN "whereabouts" "Whereabouts" NOT NULL DEFAULT 'everyone';

-- The few whom nobody may know of: taken out of the numbers of followers without reading all of them.
CREATE INDEX "person_hidden" ON "person" ("id") WHERE "banned_at" IS NOT NULL OR "given_up_at" IS NOT NULL;
