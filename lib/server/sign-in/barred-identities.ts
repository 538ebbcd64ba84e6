import { sealOf } from "@/lib/server/callers/secrets";
import { db, type Transaction } from "@/lib/server/postgres/db";

type Account = { provider: string; providerAccountId: string };

/** By what somebody signs in, as keyed hashes: nobody reads an address out of them. */
export const identitiesOf = (email: string | null, accounts: readonly Account[]): Buffer<ArrayBuffer>[] => [
  ...(email ? [sealOf("barred", `address ${email}`)] : []),
  ...accounts
    .filter(({ provider }) => provider !== "email")
    .map(({ provider, providerAccountId }) => sealOf("barred", `${provider} ${providerAccountId}`)),
];

/** Whether somebody banned, whose account is emptied, came by one of these. */
export async function isBarred(identities: readonly Buffer<ArrayBuffer>[]): Promise<boolean> {
  return (await db().barredIdentity.count({ where: { seal: { in: [...identities] } } })) > 0;
}

/** Keeps them out beyond the account. Safe to repeat. */
export async function barIdentities(
  tx: Transaction,
  personId: string,
  identities: readonly Buffer<ArrayBuffer>[],
): Promise<void> {
  await tx.barredIdentity.createMany({ data: identities.map((seal) => ({ seal, personId })), skipDuplicates: true });
}
