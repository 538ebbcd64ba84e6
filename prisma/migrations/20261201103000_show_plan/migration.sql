-- What a show's episodes say of themselves from a change to "this and all after" on; as the show does where the title is null.
ALTER TABLE "show"
    ADD COLUMN "episode_title" TEXT,
    ADD COLUMN "episode_description" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "episode_topics" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "episode_language" TEXT;

-- A show is found by its topics as well.
CREATE OR REPLACE FUNCTION keep_show_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM public.show_word WHERE show_id = NEW.id; END IF;
  INSERT INTO public.show_word (word, weight, show_id)
  SELECT f.word, f.weight, NEW.id FROM public.room_lexemes(NEW.title, NEW.topics, NEW.description) f;
  RETURN NULL;
END $$;
DROP TRIGGER show_words ON "show";
CREATE TRIGGER show_words AFTER UPDATE OF title, topics, description ON "show" FOR EACH ROW
  WHEN (OLD.title <> NEW.title OR OLD.topics <> NEW.topics OR OLD.description <> NEW.description) EXECUTE FUNCTION keep_show_words();
