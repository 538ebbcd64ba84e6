-- Clubs: communities with members, rules and rooms of their own.
CREATE TYPE "ClubAdmission" AS ENUM ('open', 'approval', 'invitation');
CREATE TYPE "ClubRole" AS ENUM ('founder', 'admin', 'member');

CREATE TABLE "club" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "rules" TEXT NOT NULL DEFAULT '',
    "topics" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "languages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "admission" "ClubAdmission" NOT NULL DEFAULT 'open',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "club_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "club_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "club_handle_key" ON "club" ("handle");
CREATE INDEX "club_created_by_id_idx" ON "club" ("created_by_id");

CREATE TABLE "club_member" (
    "club_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "ClubRole" NOT NULL DEFAULT 'member',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "club_member_pkey" PRIMARY KEY ("club_id", "person_id"),
    CONSTRAINT "club_member_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "club_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "club_member_person_id_club_id_idx" ON "club_member" ("person_id", "club_id");
-- However two acts come at once, nobody leads a club beside somebody else.
CREATE UNIQUE INDEX "club_founder" ON "club_member" ("club_id") WHERE "role" = 'founder';
-- In the order in which its page names them.
CREATE INDEX "club_member_club_id_role_joined_at_person_id_idx" ON "club_member" ("club_id", "role", "joined_at", "person_id");

CREATE TABLE "club_request" (
    "club_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "club_request_pkey" PRIMARY KEY ("club_id", "person_id"),
    CONSTRAINT "club_request_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "club_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "club_request_person_id_idx" ON "club_request" ("person_id");

CREATE TABLE "club_invitation" (
    "club_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "club_invitation_pkey" PRIMARY KEY ("club_id", "person_id"),
    CONSTRAINT "club_invitation_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "club_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "club_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "club_invitation_person_id_idx" ON "club_invitation" ("person_id");
CREATE INDEX "club_invitation_invited_by_id_idx" ON "club_invitation" ("invited_by_id");

CREATE TABLE "club_removal" (
    "club_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "removed_by_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "club_removal_pkey" PRIMARY KEY ("club_id", "person_id"),
    CONSTRAINT "club_removal_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "club_removal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "club_removal_person_id_idx" ON "club_removal" ("person_id");

-- The rooms of a club. A room for its members alone has a club, or nobody could come in; compared as text, since a new value of an
-- enum cannot be used by the migration that adds it.
ALTER TYPE "RoomKind" ADD VALUE 'members';
ALTER TABLE "room" ADD COLUMN "club_id" UUID;
ALTER TABLE "room" ADD CONSTRAINT "room_club_id_fkey" FOREIGN KEY ("club_id") REFERENCES "club"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "room" ADD CONSTRAINT "room_for_members" CHECK ("kind"::text <> 'members' OR "club_id" IS NOT NULL);
CREATE INDEX "room_club_id_idx" ON "room" ("club_id");

-- What clubs are found by: the words of their name and handle (3), of topics (2) and of what they say of themselves (1).
CREATE TABLE "club_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "club_id" UUID NOT NULL REFERENCES "club"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "weight" SMALLINT NOT NULL,

    CONSTRAINT "club_word_pkey" PRIMARY KEY ("word", "club_id")
);
CREATE INDEX "club_word_club_id_idx" ON "club_word" ("club_id");
CREATE INDEX "club_word_part" ON "club_word" USING gin ("word" gin_trgm_ops);

CREATE FUNCTION keep_club_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM public.club_word WHERE club_id = NEW.id; END IF;
  IF NEW.closed_at IS NULL THEN
    INSERT INTO public.club_word (word, weight, club_id)
    SELECT f.word, f.weight, NEW.id
    FROM public.room_lexemes(NEW.name || ' ' || NEW.handle || ' ' || replace(NEW.handle, '_', ''), NEW.topics, NEW.description) f;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER club_words_new AFTER INSERT ON "club" FOR EACH ROW EXECUTE FUNCTION keep_club_words();
CREATE TRIGGER club_words AFTER UPDATE OF name, handle, description, topics, closed_at ON "club" FOR EACH ROW EXECUTE FUNCTION keep_club_words();
