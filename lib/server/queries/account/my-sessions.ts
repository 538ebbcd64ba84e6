import type { PersonId } from "@/lib/domain/ids";
import { sameBytes } from "@/lib/server/callers/secrets";
import { sessionIdOf } from "@/lib/server/callers/session-id";
import { db } from "@/lib/server/postgres/db";
import type { SessionView } from "@/lib/wire/account/views";

/** The browsers in which somebody is signed in: the present one first, then the last used. `present`: its row's key. */
export async function mySessions(personId: PersonId, present: Uint8Array | null): Promise<SessionView[]> {
  const rows = await db().session.findMany({
    where: { personId, expiresAt: { gt: new Date() } },
    orderBy: [{ usedAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
    select: { tokenHash: true, browser: true, system: true, createdAt: true, usedAt: true },
  });
  const sessions = rows.map(({ tokenHash, browser, system, createdAt, usedAt }) => ({
    id: sessionIdOf(tokenHash),
    browser,
    system,
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    current: present !== null && sameBytes(tokenHash, present),
  }));
  return sessions.toSorted((one, other) => Number(other.current) - Number(one.current));
}
