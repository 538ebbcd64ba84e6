import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { PersonId } from "@/lib/domain/ids";
import { deviceOf } from "@/lib/domain/sign-in/device";
import { isLocalMode } from "@/lib/server/callers/local-mode";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import type { SignInAttempt } from "./attempt";
import { castHandle } from "./cast-address";
import { takeCode } from "./codes";
import { signUp, whyKeptOut } from "./sign-up";
import { takeName } from "./take-name";

type PersonRow = {
  id: string;
  name: string;
  email: string | null;
  emailVerifiedAt: Date | null;
  nameUnconfirmedAt: Date | null;
};

/**
 * next-auth's view of our tables, for one attempt. Tokens of sessions are stored hashed, codes count for the browser
 * that asked and are limited in tries; next-auth 4 does none of that by itself. Source: stack, trap 5.
 */
export function signInAdapter(attempt: SignInAttempt): Adapter {
  return notingFaults(attempt, {
    getUser: async (id) => toUser(await db().person.findUnique({ where: { id } })),
    getUserByEmail: async (email) => toUser(await personOfAddress(email), email),
    getUserByAccount: async ({ provider, providerAccountId }) =>
      toUser((await findAccount(provider, providerAccountId))?.person ?? null),
    createUser: async ({ email, name }: Omit<AdapterUser, "id">) => {
      const chosen = attempt.name ?? "";
      const newcomer = { email: email || null, name: chosen || name, isConfirmed: chosen !== "" };
      const made = await signUp(newcomer, attempt.codeBrought);
      if (made.ok) return asUser(made.value);
      attempt.keptOut = made.refusal;
      throw new Error(`no account: ${made.refusal}`);
    },
    updateUser: async ({ id, emailVerified }) => {
      if (attempt.name !== null) await takeName(id, attempt.name);
      const person = await db().person.findUniqueOrThrow({ where: { id } });
      if (!person.email || !emailVerified) return asUser(person);
      return asUser(await db().person.update({ where: { id }, data: { emailVerifiedAt: emailVerified } }));
    },
    linkAccount: async ({ provider, providerAccountId, userId }: AdapterAccount) => {
      await db().oAuthAccount.create({ data: { provider, providerAccountId, personId: userId } });
    },
    createSession: async (session) => {
      await db().session.create({
        data: {
          tokenHash: hashOf(session.sessionToken),
          personId: session.userId,
          expiresAt: session.expires,
          usedAt: new Date(),
          ...deviceOf(attempt.userAgent),
        },
      });
      attempt.personId = session.userId as PersonId;
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const tokenHash = hashOf(sessionToken);
      const found = await db().session.findUnique({ where: { tokenHash }, include: { person: true } });
      if (!found || found.expiresAt <= new Date() || found.person.bannedAt) return null;
      return {
        session: { sessionToken, userId: found.personId, expires: found.expiresAt },
        user: asUser(found.person),
      };
    },
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      await db().session.deleteMany({ where: { tokenHash: hashOf(sessionToken) } });
    },
    // next-auth wants this to be there. Codes are made in codes.ts only, where the asking browser is known.
    createVerificationToken: async () => null,
    useVerificationToken: async ({ identifier, token }) => {
      const person = await personOfAddress(identifier);
      // Asked for members too: what is not told shall not be told by the time it takes either.
      const asNew = await whyKeptOut(attempt.codeBrought);
      const keptOut = person === null ? asNew : null;
      const lacksName = attempt.name === null && (person === null || person.nameUnconfirmedAt !== null);
      const keep = keptOut !== null || lacksName;
      const { browserHash } = attempt;
      const accepted = browserHash !== null && (await takeCode({ email: identifier, browserHash }, token, { keep }));
      // Who shows no right code is told neither: both say that nobody has this address.
      attempt.keptOut = accepted ? keptOut : null;
      attempt.lacksName = accepted && lacksName;
      return accepted && !keep ? { identifier, token, expires: new Date(Date.now() + 60_000) } : null;
    },
  });
}

/** The member of an address. The cast have none; in local mode their one-tap addresses stand for them. */
async function personOfAddress(email: string): Promise<PersonRow | null> {
  const handle = castHandle(email);
  if (handle === null) return db().person.findUnique({ where: { email } });
  return isLocalMode() ? db().person.findFirst({ where: { handle, cast: true } }) : null;
}

const findAccount = (provider: string, providerAccountId: string) =>
  db().oAuthAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { person: true },
  });

const toUser = (person: PersonRow | null, email?: string): AdapterUser | null => person && asUser(person, email);

const asUser = (person: PersonRow, email = person.email ?? ""): AdapterUser => ({
  id: person.id,
  name: person.name,
  email,
  emailVerified: person.emailVerifiedAt,
});

/** The same adapter, whose faults the attempt keeps: next-auth catches them and would call each a failed sign-in. */
function notingFaults(attempt: SignInAttempt, adapter: Adapter): Adapter {
  const noting = Object.entries(adapter).map(([name, act]: [string, (...facts: never[]) => Promise<unknown>]) => [
    name,
    async (...facts: never[]) => {
      try {
        return await act(...facts);
      } catch (fault) {
        if (attempt.keptOut === null) attempt.fault = fault;
        throw fault;
      }
    },
  ]);
  return Object.fromEntries(noting);
}
