import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { oauthProviders } from "@/lib/server/sign-in/providers";
import type { SignInMethods } from "@/lib/wire/account/views";

/** By what somebody signs in: their address, and the providers that they came by. */
export async function signInMethods(personId: PersonId): Promise<SignInMethods> {
  const { email, accounts } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, accounts: { select: { provider: true, createdAt: true }, orderBy: { createdAt: "asc" } } },
  });
  const known = oauthProviders();
  return {
    email,
    providers: accounts.map(({ provider, createdAt }) => {
      const found = known.find(({ id }) => id === provider);
      return { provider, name: found?.name ?? provider, linkedAt: createdAt.toISOString(), known: found !== undefined };
    }),
  };
}
