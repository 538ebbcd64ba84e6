import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import type { AccessTokenView } from "@/lib/wire/sign-in/views";

/** The columns that a view is made of, for Prisma's `select`; never the hash. */
export const ACCESS_TOKEN_COLUMNS = { id: true, name: true, scopes: true, createdAt: true } as const;

type Row = { id: string; name: string; scopes: string[]; createdAt: Date };

export const toAccessToken = (row: Row): AccessTokenView => ({ ...row, createdAt: row.createdAt.toISOString() });

/** A person's tokens that still open something, newest first. */
export async function accessTokens(personId: PersonId): Promise<AccessTokenView[]> {
  const rows = await db().accessToken.findMany({
    where: { personId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: ACCESS_TOKEN_COLUMNS,
  });
  return rows.map(toAccessToken);
}
