import type { PersonId } from "@/lib/domain/ids";
import { invitesLeft } from "@/lib/domain/invite-codes/invite-code";
import { env } from "@/lib/env";
import { sameBytes } from "@/lib/server/callers/secrets";
import { db, type Transaction } from "@/lib/server/postgres/db";
import type { InviteCodeList, InviteCodeView } from "@/lib/wire/invite-codes/views";
import { codeOf, sealOfCode } from "./sealed-code";

const MAX_SHOWN = 100;

/** The columns that a view is made of, for Prisma's `select`. */
export const INVITE_CODE_COLUMNS = { id: true, uses: true, maxUses: true, createdAt: true, expiresAt: true } as const;

type Row = { id: string; uses: number; maxUses: number; createdAt: Date; expiresAt: Date };

export function toInviteCode({ id, uses, maxUses, createdAt, expiresAt }: Row): InviteCodeView {
  const code = codeOf(id);
  const times = { madeAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, code, url: `${env().PLENUM_URL}/join/${code}`, uses, maxUses, ...times };
}

/** Somebody's codes that can still bring people, newest first, and how many more people they may promise a place. */
export async function myInviteCodes(personId: PersonId): Promise<InviteCodeList> {
  const [rows, left] = await Promise.all([
    db().inviteCode.findMany({
      where: { personId, revokedAt: null, expiresAt: { gt: new Date() }, uses: { lt: db().inviteCode.fields.maxUses } },
      orderBy: { createdAt: "desc" },
      take: MAX_SHOWN,
      select: { ...INVITE_CODE_COLUMNS, codeSeal: true },
    }),
    invitesLeftOf(personId),
  ]);
  // One that was made under another secret of the instance opens nothing any more.
  const shown = rows.filter(({ id, codeSeal }) => sameBytes(codeSeal, sealOfCode(codeOf(id))));
  return { codes: shown.map(toInviteCode), left };
}

/** How many more people somebody may promise a place; null for as many as they like. */
export async function invitesLeftOf(personId: PersonId, tx: Transaction = db()): Promise<number | null> {
  const columns = { maxUses: true, uses: true, expiresAt: true, revokedAt: true } as const;
  const select = { admin: true, inviteCodes: { select: columns } } as const;
  const { inviteCodes, ...maker } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select });
  return invitesLeft(maker, inviteCodes, new Date());
}
