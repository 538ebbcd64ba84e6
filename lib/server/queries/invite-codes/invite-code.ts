import { type CodeState, codeState } from "@/lib/domain/invite-codes/invite-code";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";
import type { PersonFace } from "@/lib/wire/people/views";
import { sealOfCode } from "./sealed-code";

/** A code that counts, or has counted, and who made it. */
export type FoundCode = { id: string; state: CodeState; by: PersonFace };

const COLUMNS = {
  id: true,
  maxUses: true,
  uses: true,
  expiresAt: true,
  revokedAt: true,
  person: { select: { ...FACE_COLUMNS, bannedAt: true } },
} as const;

/** The code of this spelling or this id, as it stands now; null where there is none. */
export async function inviteCode(named: { code: string } | { id: string }): Promise<FoundCode | null> {
  const where = "id" in named ? named : { codeSeal: sealOfCode(named.code) };
  const row = await db().inviteCode.findUnique({ where, select: COLUMNS });
  if (!row) return null;
  const makerIsHere = row.person.bannedAt === null && row.person.givenUpAt === null;
  return { id: row.id, state: codeState({ ...row, makerIsHere }, new Date()), by: toFace(row.person) };
}
