import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import type { Caller } from "./caller";
import type { Credential } from "./credential";

type Row = {
  way: Credential["way"];
  key: string;
  id: Caller["id"];
  kind: Caller["kind"];
  admin: boolean;
  scopes: string[] | null;
};

/** Banned people are nobody, whatever they show. */
const LOOK_UP_CALLERS = `
SELECT 'token' AS way, encode(t.token_hash, 'hex') AS key, p.id, p.kind, p.admin, t.scopes
  FROM access_token t JOIN person p ON p.id = t.person_id
 WHERE t.token_hash = ANY($1::bytea[]) AND t.revoked_at IS NULL AND p.banned_at IS NULL
UNION ALL
SELECT 'session', encode(s.token_hash, 'hex'), p.id, p.kind, p.admin, NULL
  FROM session s JOIN person p ON p.id = s.person_id
 WHERE s.token_hash = ANY($2::bytea[]) AND s.expires_at > now() AND p.banned_at IS NULL
UNION ALL
SELECT 'guest', p.id::text, p.id, p.kind, p.admin, NULL
  FROM person p
 WHERE p.id = ANY($3::uuid[]) AND p.kind = 'guest' AND p.banned_at IS NULL`;

/** Who a credential stands for, looked up together with all that are asked at the same moment; null where it is nobody's. */
export const lookUpCaller = (credential: Credential): Promise<Caller | null> =>
  oncePerProcess("lookUpCaller", () => gather(lookUpCallers))(credential);

async function lookUpCallers(credentials: Credential[]): Promise<(Caller | null)[]> {
  const { rows } = await hotPool().query<Row>({
    name: "look-up-callers",
    text: LOOK_UP_CALLERS,
    values: [
      keysOf(credentials, "token").map(bytes),
      keysOf(credentials, "session").map(bytes),
      keysOf(credentials, "guest"),
    ],
  });
  const found = new Map(rows.map((row) => [`${row.way} ${row.key}`, toCaller(row)]));
  return credentials.map(({ way, key }) => found.get(`${way} ${key}`) ?? null);
}

const keysOf = (credentials: Credential[], way: Credential["way"]): string[] => [
  ...new Set(credentials.filter((credential) => credential.way === way).map((credential) => credential.key)),
];

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

/** An access token carries scopes and never an admin's power, so that a leaked one opens no admin page. */
function toCaller({ id, kind, admin, scopes }: Row): Caller {
  return scopes ? { id, kind, admin: false, scopes } : { id, kind, admin };
}
