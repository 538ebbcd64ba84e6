import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

/** Access tokens, one a person. */
export type Crowd = string[];

/** Stores that many members straight into the database, each with an access token: benches need more people than sign up in a minute. */
export async function makeCrowd(databaseUrl: string, people: number): Promise<Crowd> {
  const tokens = Array.from({ length: people }, () => `plnm_${randomBytes(32).toString("base64url")}`);
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `WITH fresh AS (
         INSERT INTO person (id, kind, handle, name, portrait_seed)
         SELECT gen_random_uuid(), 'member', 'crowd_' || n, 'Crowd ' || n, n FROM generate_series(1, $1::int) n
         RETURNING id, portrait_seed AS n)
       INSERT INTO access_token (id, person_id, name, token_hash, scopes)
       SELECT gen_random_uuid(), id, 'bench', ($2::bytea[])[n], '{read,write}' FROM fresh`,
      [people, hashes],
    );
  } finally {
    await client.end();
  }
  return tokens;
}

/** Somebody signed in: the header line, as it goes over the wire, by which the API knows them. */
export type SignedIn = { credential: string };

/** Stores that many members, half of them with a session's cookie and half with an access token, in turns. */
export async function makeSignedIn(database: pg.Client, people: number): Promise<SignedIn[]> {
  const secrets = Array.from({ length: people }, () => randomBytes(32).toString("base64url"));
  const isCookie = (place: number) => place % 2 === 0;
  const tokens = secrets.map((secret, place) => (isCookie(place) ? secret : `plnm_${secret}`));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
  await database.query(
    `WITH fresh AS (
       INSERT INTO person (id, kind, name, portrait_seed)
       SELECT gen_random_uuid(), 'member', 'Person ' || n, n FROM generate_series(1, $1::int) n
       RETURNING id, portrait_seed AS n),
     sessions AS (
       INSERT INTO session (token_hash, person_id, expires_at)
       SELECT ($2::bytea[])[n], id, now() + interval '1 day' FROM fresh WHERE n % 2 = 1)
     INSERT INTO access_token (id, person_id, name, token_hash, scopes)
     SELECT gen_random_uuid(), id, 'bench', ($2::bytea[])[n], '{read,write}' FROM fresh WHERE n % 2 = 0`,
    [people, hashes],
  );
  return tokens.map((token, place) => ({
    credential: isCookie(place) ? `cookie: next-auth.session-token=${token}` : `authorization: Bearer ${token}`,
  }));
}
