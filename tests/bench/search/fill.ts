import type pg from "pg";
import { firstNames, lastNames } from "./names";

const ROOMS = 5_000;
const FOLLOWS = 1_000_000;
/** The one who looks follows so many. */
const MY_FOLLOWS = 300;

const TITLE_WORDS =
  `Night trains Nachtzüge Gardens Gärten Politics Politik Music Musik Books Bücher Football Fußball Startups Science
Wissenschaft Philosophy Climate Klima Coffee Kaffee History Geschichte Poetry Gedichte Chess Schach Cooking Kochen Film Theatre Theater
Berlin Hamburg London Jazz Opera Physics Physik Medicine Medizin Law Recht Cities Städte Mountains Berge Sea Meer Radio Podcasts`.split(
    /\s+/,
  );

/**
 * So many people, rooms and follows. Words and totals of follows are written beside the triggers, words made of the names' own words, since a million triggers
 * take longer than a bench may; whether they are what triggers would have written is checked on some.
 */
export async function fill(client: pg.Client, people: number): Promise<string[]> {
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  await run("SET session_replication_role = replica");
  await run(
    "CREATE TEMP TABLE first AS SELECT name, search_fold(name) AS word, place FROM unnest($1::text[]) WITH ORDINALITY AS n(name, place)",
    [firstNames],
  );
  await run(
    "CREATE TEMP TABLE last AS SELECT name, search_fold(name) AS word, place FROM unnest($1::text[]) WITH ORDINALITY AS n(name, place)",
    [lastNames],
  );
  await run("CREATE INDEX ON last (place)");
  await run(
    `CREATE TEMP TABLE named AS SELECT n, md5(n::text)::uuid AS id, f.name || ' ' || l.name AS name, f.word AS first, l.word AS last
     FROM (SELECT n, 1 + floor($2 * power(random(), 1.7))::int AS f, 1 + floor($3 * power(random(), 1.3))::int AS l FROM generate_series(1, $1::int) n) p
     JOIN first f ON f.place = p.f JOIN last l ON l.place = p.l`,
    [people, firstNames.length, lastNames.length],
  );
  await run(
    `INSERT INTO person (id, kind, handle, name, portrait_seed, created_at)
     SELECT id, 'member', first || '_' || last || n, name, n, now() - interval '30 days' FROM named ORDER BY id`,
  );
  await run("ALTER TABLE person_word DROP CONSTRAINT person_word_pkey");
  await run("DROP INDEX person_word_person_id_word_idx");
  await run(
    `INSERT INTO person_word (word, person_id) SELECT DISTINCT ON (id, word) word, id FROM named
     CROSS JOIN LATERAL unnest(ARRAY[first, last, last || n, first || last || n]) AS word ORDER BY id, word`,
  );
  await run("SET maintenance_work_mem = '512MB'");
  await run("ALTER TABLE person_word ADD CONSTRAINT person_word_pkey PRIMARY KEY (word, person_id)");
  await run("CREATE INDEX person_word_person_id_word_idx ON person_word (person_id, word)");
  await run("SET session_replication_role = origin");
  await run(
    `INSERT INTO room (id, title, topics, language, capacity, open_seats, created_by_id, live_at)
     SELECT md5('room' || n)::uuid, w[1 + n % $3] || ' ' || w[1 + (n * 7) % $3] || ' ' || w[1 + (n * 31) % $3],
       ARRAY[w[1 + (n * 13) % $3]], 'en', 5000, n % 400, md5((1 + n % 1000)::text)::uuid, now()
     FROM generate_series(1, $1::int) n, (SELECT $2::text[] AS w) words`,
    [ROOMS, TITLE_WORDS, TITLE_WORDS.length],
  );
  await run("SET session_replication_role = replica");
  await run(
    `INSERT INTO follow (follower_id, followee_id) SELECT * FROM (
       SELECT md5((1 + (n * 7919::bigint) % $2)::text)::uuid AS follower, md5((1 + floor($2 * power(random(), 3)))::int::text)::uuid AS followee
       FROM generate_series(1, $1::int) n) f WHERE follower <> followee ON CONFLICT DO NOTHING`,
    [Math.min(FOLLOWS, people), people],
  );
  await run(
    `INSERT INTO follow (follower_id, followee_id) SELECT md5('1')::uuid, md5((1 + n * 37 % ($2 - 1) + 1)::text)::uuid
     FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING`,
    [MY_FOLLOWS, people],
  );
  await run(
    `INSERT INTO follow_total (person_id, followers, following)
     SELECT person_id, sum(followers), sum(following) FROM (
       SELECT followee_id AS person_id, 1 AS followers, 0 AS following FROM follow UNION ALL SELECT follower_id, 0, 1 FROM follow) c
     GROUP BY person_id`,
  );
  await run("SET session_replication_role = origin");
  await run("VACUUM ANALYZE");
  return whatTriggersSay(client);
}

async function whatTriggersSay(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ different: number }>(`
    SELECT count(*)::int AS different FROM (SELECT * FROM person LIMIT 2000) p
    WHERE ARRAY(SELECT unnest(person_lexemes(p.name, p.handle)) COLLATE "C" ORDER BY 1)
      <> ARRAY(SELECT w.word FROM person_word w WHERE w.person_id = p.id ORDER BY w.word)`);
  return rows[0]?.different === 0 ? [] : ["words are those that the triggers write"];
}
