-- What people, rooms, shows and topics are found by: their words, in tables of their own, so that nothing of search stands on
-- `room`, which the door writes at each seat. Triggers keep them, by column, so that a seat does not wake one.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text as it is compared: without accents, case and forms of the same letter; "ue" as "ü", so that Krueger, Krüger and Kruger are one.
-- What begins with a text before it is folded also does so afterwards. The names are written out whole, so that it stays the same
-- wherever it is called from.
CREATE FUNCTION search_fold(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, lower(normalize(written, NFKC)))), '([aou])e', '\1', 'g')
$$;

-- Its words, each once, none longer than a handle may be.
CREATE FUNCTION search_words(written text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT left(word, 40)), '{}')
  FROM regexp_split_to_table(public.search_fold(written), '[^[:alnum:]]+') AS word WHERE word <> ''
$$;

-- What is left of a word in German and in English without its endings; a word that says nothing in one of them has none there.
CREATE FUNCTION search_stems(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(ts_lexize('pg_catalog.german_stem', word), '{}') || coalesce(ts_lexize('pg_catalog.english_stem', word), '{}')
$$;

-- Words and their stems, each once.
CREATE FUNCTION search_lexemes(written text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT found), '{}')
  FROM unnest(public.search_words(written)) AS word, unnest(public.search_stems(word) || word) AS found
$$;

-- Of members: of their name, of the parts of their handle, and the handle as one word.
CREATE TABLE "person_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,

    CONSTRAINT "person_word_pkey" PRIMARY KEY ("word", "person_id")
);
-- With the word, so that whether somebody also has another one is read from the index alone.
CREATE INDEX "person_word_person_id_word_idx" ON "person_word" ("person_id", "word");

-- Of main rooms that are live or scheduled. `weight`: 3 in the title, 2 in a topic, 1 in the description.
CREATE TABLE "room_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "room_id" UUID NOT NULL REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "weight" SMALLINT NOT NULL,

    CONSTRAINT "room_word_pkey" PRIMARY KEY ("word", "room_id")
);
CREATE INDEX "room_word_room_id_idx" ON "room_word" ("room_id");
CREATE INDEX "room_word_part" ON "room_word" USING gin ("word" gin_trgm_ops);

-- Of shows. `weight`: 3 in the title, 1 in the description.
CREATE TABLE "show_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "show_id" UUID NOT NULL REFERENCES "show"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "weight" SMALLINT NOT NULL,

    CONSTRAINT "show_word_pkey" PRIMARY KEY ("word", "show_id")
);
CREATE INDEX "show_word_show_id_idx" ON "show_word" ("show_id");
CREATE INDEX "show_word_part" ON "show_word" USING gin ("word" gin_trgm_ops);

CREATE FUNCTION person_lexemes(name text, handle text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT word)
  FROM unnest(public.search_words(name || ' ' || coalesce(handle, '')) || left(replace(public.search_fold(coalesce(handle, '')), '_', ''), 40)) AS word
  WHERE word <> ''
$$;

CREATE FUNCTION room_lexemes(title text, topics text[], description text) RETURNS TABLE (word text, weight smallint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT found, max(heft)::smallint FROM (
    SELECT unnest(public.search_lexemes(title)), 3 UNION ALL
    SELECT unnest(public.search_lexemes(array_to_string(topics, ' '))), 2 UNION ALL
    SELECT unnest(public.search_lexemes(description)), 1) AS all_of_them (found, heft)
  GROUP BY found
$$;

CREATE FUNCTION keep_person_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.kind = NEW.kind AND OLD.name = NEW.name AND OLD.handle IS NOT DISTINCT FROM NEW.handle THEN RETURN NULL; END IF;
    DELETE FROM public.person_word WHERE person_id = NEW.id;
  END IF;
  INSERT INTO public.person_word (word, person_id) SELECT unnest(public.person_lexemes(NEW.name, NEW.handle)), NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_room_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM public.room_word WHERE room_id = NEW.id; END IF;
  IF NEW.status <> 'ended' AND NEW.main_room_id IS NULL THEN
    INSERT INTO public.room_word (word, weight, room_id)
    SELECT f.word, f.weight, NEW.id FROM public.room_lexemes(NEW.title, NEW.topics, NEW.description) f;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_show_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM public.show_word WHERE show_id = NEW.id; END IF;
  INSERT INTO public.show_word (word, weight, show_id)
  SELECT f.word, f.weight, NEW.id FROM public.room_lexemes(NEW.title, '{}', NEW.description) f;
  RETURN NULL;
END $$;

-- Guests are found by nobody: a crowd of them at the door costs nothing here.
CREATE TRIGGER person_words_new AFTER INSERT ON "person" FOR EACH ROW WHEN (NEW.kind = 'member') EXECUTE FUNCTION keep_person_words();
CREATE TRIGGER person_words AFTER UPDATE OF name, handle, kind ON "person" FOR EACH ROW WHEN (NEW.kind = 'member') EXECUTE FUNCTION keep_person_words();
CREATE TRIGGER room_words_new AFTER INSERT ON "room" FOR EACH ROW WHEN (NEW.main_room_id IS NULL) EXECUTE FUNCTION keep_room_words();
CREATE TRIGGER room_words AFTER UPDATE OF title, topics, description, status, main_room_id ON "room" FOR EACH ROW
  WHEN (OLD.title <> NEW.title OR OLD.topics <> NEW.topics OR OLD.description <> NEW.description OR OLD.status <> NEW.status
    OR OLD.main_room_id IS DISTINCT FROM NEW.main_room_id) EXECUTE FUNCTION keep_room_words();
CREATE TRIGGER show_words_new AFTER INSERT ON "show" FOR EACH ROW EXECUTE FUNCTION keep_show_words();
CREATE TRIGGER show_words AFTER UPDATE OF title, description ON "show" FOR EACH ROW EXECUTE FUNCTION keep_show_words();

INSERT INTO "person_word" (word, person_id)
SELECT unnest(person_lexemes(p.name, p.handle)), p.id FROM "person" p WHERE p.kind = 'member';
INSERT INTO "room_word" (word, weight, room_id)
SELECT f.word, f.weight, r.id FROM "room" r, room_lexemes(r.title, r.topics, r.description) f
WHERE r.status <> 'ended' AND r.main_room_id IS NULL;
INSERT INTO "show_word" (word, weight, show_id)
SELECT f.word, f.weight, s.id FROM "show" s, room_lexemes(s.title, '{}', s.description) f;
