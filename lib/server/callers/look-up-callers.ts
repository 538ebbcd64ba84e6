import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import type { Caller } from "./caller";
import type { Credential } from "./credential";

/** Whoever a credential stands for. `givenUpAt`: they gave their account up, and are nobody but to the page that brings it back. */
export type Known = Caller & { givenUpAt: Date | null };

type Row = {
  way: Credential["way"];
  key: string;
  id: Caller["id"];
  kind: Caller["kind"];
  admin: boolean;
  scopes: string[] | null;
  givenUpAt: Date | null;
  /** A session that has not been noted as used for an hour. */
  unnoted: boolean;
};

/** Banned people are nobody, whatever they show. */
const LOOK_UP_CALLERS = `
SELECT 'token' AS way, encode(t.token_hash, 'hex') AS key, p.id, p.kind, p.admin, t.scopes,
  p.given_up_at AS "givenUpAt", false AS unnoted
  FROM access_token t JOIN person p ON p.id = t.person_id
 WHERE t.token_hash = ANY($1::bytea[]) AND t.revoked_at IS NULL AND p.banned_at IS NULL
UNION ALL
SELECT 'session', encode(s.token_hash, 'hex'), p.id, p.kind, p.admin, NULL,
  p.given_up_at, s.used_at IS NULL OR s.used_at < now() - interval '1 hour'
  FROM session s JOIN person p ON p.id = s.person_id
 WHERE s.token_hash = ANY($2::bytea[]) AND s.expires_at > now() AND p.banned_at IS NULL
UNION ALL
SELECT 'guest', p.id::text, p.id, p.kind, p.admin, NULL, NULL, false
  FROM person p
 WHERE p.id = ANY($3::uuid[]) AND p.kind = 'guest' AND p.banned_at IS NULL`;

/** Who a credential stands for, looked up together with all that are asked at the same moment; null where it is nobody's. */
export const lookUpCaller = (credential: Credential): Promise<Known | null> =>
  oncePerProcess("lookUpCaller", () => gather(lookUpCallers))(credential);

async function lookUpCallers(credentials: Credential[]): Promise<(Known | null)[]> {
  const { rows } = await hotPool().query<Row>({
    name: "look-up-callers",
    text: LOOK_UP_CALLERS,
    values: [
      keysOf(credentials, "token").map(bytes),
      keysOf(credentials, "session").map(bytes),
      keysOf(credentials, "guest"),
    ],
  });
  noteUse(rows.filter(({ unnoted }) => unnoted).map(({ key }) => key));
  const found = new Map(rows.map((row) => [`${row.way} ${row.key}`, toCaller(row)]));
  return credentials.map(({ way, key }) => found.get(`${way} ${key}`) ?? null);
}

const keysOf = (credentials: Credential[], way: Credential["way"]): string[] => [
  ...new Set(credentials.filter((credential) => credential.way === way).map((credential) => credential.key)),
];

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

/** An access token carries scopes and never an admin's power, so that a leaked one opens no admin page. */
function toCaller({ id, kind, admin, scopes, givenUpAt }: Row): Known {
  return scopes ? { id, kind, admin: false, scopes, givenUpAt } : { id, kind, admin, givenUpAt };
}

const NOTE_USE = `
UPDATE session SET used_at = now()
WHERE token_hash = ANY($1::bytea[]) AND (used_at IS NULL OR used_at < now() - interval '1 hour')`;

/** When a session was last used, for its owner to see: once an hour, and nobody waits for it. */
function noteUse(keys: string[]): void {
  if (keys.length === 0) return;
  hotPool()
    .query({ name: "note-session-use", text: NOTE_USE, values: [keys.map(bytes)] })
    .catch((fault: unknown) => log().debug({ err: fault }, "a session's use was not noted"));
}
