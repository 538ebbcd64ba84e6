import { db } from "@/lib/server/db";
import { FACE_COLUMNS, toFace } from "@/lib/server/faces";
import type { Caller } from "@/lib/server/http/caller";
import type { AdminPerson } from "@/lib/wire/admin";

const MAX_FOUND = 20;

/** People by the beginning of their name or handle, or by their whole e-mail address; null for whoever is no admin. */
export async function adminPeople(
  caller: Pick<Caller, "admin"> | null,
  text: string,
): Promise<{ people: AdminPerson[] } | null> {
  if (!caller?.admin) return null;
  const wanted = text.trim().replace(/^@/, "");
  if (wanted === "") return { people: [] };
  const found = await db().person.findMany({
    where: {
      OR: [
        { handle: { startsWith: wanted.toLowerCase() } },
        { name: { startsWith: wanted, mode: "insensitive" } },
        { email: wanted.toLowerCase() },
      ],
    },
    orderBy: [{ handle: "asc" }, { id: "asc" }],
    take: MAX_FOUND,
    select: { ...FACE_COLUMNS, email: true, admin: true, bannedAt: true, banReason: true },
  });
  const people = found.map(({ email, admin, bannedAt, banReason, ...face }) => ({
    person: toFace(face),
    email,
    admin,
    ban: bannedAt && { reason: banReason ?? "", bannedAt: bannedAt.toISOString() },
  }));
  return { people };
}
