import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { type PersonId, toId } from "@/lib/domain/ids";
import { safeNextPath } from "@/lib/domain/sign-in/next-path";
import { env } from "@/lib/env";
import { isHttps } from "@/lib/server/callers/cookies";
import { SESSION_SECONDS } from "@/lib/server/callers/session-cookie";
import { db } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { signInAdapter } from "./adapter";
import type { SignInAttempt } from "./attempt";
import { identitiesOf, isBarred } from "./barred-identities";
import { oauthProviders } from "./providers";

/** How next-auth is run for one attempt: sessions in the database, codes by e-mail, the configured providers. */
export const signInOptions = (attempt: SignInAttempt): AuthOptions => ({
  adapter: signInAdapter(attempt),
  providers: [byEmail, ...oauthProviders()],
  secret: env().PLENUM_SECRET,
  useSecureCookies: isHttps(),
  session: {
    strategy: "database",
    maxAge: SESSION_SECONDS,
    generateSessionToken: () => randomBytes(32).toString("base64url"),
  },
  callbacks: {
    redirect: ({ url, baseUrl }) =>
      `${baseUrl}${safeNextPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url)}`,
    signIn: async ({ user, account }) => {
      const ways = identitiesOf(user.email ?? null, account ? [account] : []);
      attempt.isBanned = (await isBanned(toId<PersonId>(user.id), user.email ?? null)) || (await isBarred(ways));
      return !attempt.isBanned;
    },
  },
  // What it says of a request may hold codes and tokens; its own words for a fault are enough.
  logger: {
    error: (code) => log().warn({ code }, "next-auth"),
    warn: () => {},
    debug: () => {},
  },
});

/** Codes are made and sent before next-auth is asked; it only takes them back. */
const byEmail: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 600,
  sendVerificationRequest: async () => {},
  options: {},
};

/** A ban holds for the account, and for everybody who comes with its address by another way. */
async function isBanned(id: PersonId | null, email: string | null): Promise<boolean> {
  const ways = [...(id ? [{ id }] : []), ...(email ? [{ email }] : [])];
  if (ways.length === 0) return false;
  return (await db().person.count({ where: { bannedAt: { not: null }, OR: ways } })) > 0;
}
