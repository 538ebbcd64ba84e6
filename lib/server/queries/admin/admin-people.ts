import { cleanText } from "@/lib/domain/text/clean-text";
import type { Caller } from "@/lib/server/callers/caller";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import { beginsWith } from "@/lib/server/queries/people/begins-with";
import type { AdminPerson } from "@/lib/wire/admin/views";

const MAX_FOUND = 20;

const FOUND_SQL = `
SELECT ${FACE_SQL}, p.email, p.banned_at AS "bannedAt", p.ban_reason AS "banReason" FROM person p
WHERE (p.handle LIKE $1 OR lower(normalize(p.name, NFC)) LIKE $1 OR p.email = $2)
  AND (p.given_up_at IS NULL OR p.banned_at IS NOT NULL)
ORDER BY p.handle, p.id LIMIT ${MAX_FOUND}`;

type FoundRow = FaceRow & { email: string | null; bannedAt: Date | null; banReason: string | null };

/** Whoever gave their account up is found by nobody, but where a ban of theirs may have to be lifted. People by the beginning of their name or handle, or by their whole e-mail address; null for a caller who is no admin. */
export async function adminPeople(
  caller: Pick<Caller, "admin"> | null,
  text: string,
): Promise<{ people: AdminPerson[] } | null> {
  if (!caller?.admin) return null;
  const begins = beginsWith(text);
  if (begins === "%") return { people: [] };
  const { rows } = await hotPool().query<FoundRow>(FOUND_SQL, [begins, cleanText(text).toLowerCase()]);
  const people = rows.map(({ email, bannedAt, banReason, ...face }) => ({
    person: toFace(face),
    email,
    admin: face.admin,
    ban: bannedAt && { reason: banReason ?? "", bannedAt: bannedAt.toISOString() },
  }));
  return { people };
}
