import { env } from "@/lib/env";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { isAskedLocally } from "@/lib/server/callers/local-mode";
import { mailWay } from "@/lib/server/mail/send-mail";
import { db } from "@/lib/server/postgres/db";
import { inviteCode } from "@/lib/server/queries/invite-codes/invite-code";
import type { PersonFace } from "@/lib/wire/people/views";
import type { SignInWays } from "@/lib/wire/sign-in/views";
import { codeBroughtBy } from "./code-brought";
import { oauthProviders } from "./providers";

/** The ways to sign in on this instance, for a page that was asked for with these headers. */
export async function signInWays(headers: Pick<Headers, "get">): Promise<SignInWays> {
  const way = mailWay();
  return {
    email: way !== null,
    mailOnPage: way === "page" && isAskedLocally(headers),
    providers: oauthProviders().map(({ id, name }) => ({ id, name })),
    newcomers: { mode: env().PLENUM_SIGN_UP, invitedBy: await inviterOf(headers) },
    cast: isAskedLocally(headers) ? await castAccounts() : [],
  };
}

/** Who invites the person at this browser; null where they brought no code that counts. */
async function inviterOf(headers: Pick<Headers, "get">): Promise<PersonFace | null> {
  const id = codeBroughtBy(headers);
  const code = id === null ? null : await inviteCode({ id });
  return code?.state === "open" ? code.by : null;
}

/** The cast as one-tap accounts, in the order of their making. */
async function castAccounts(): Promise<SignInWays["cast"]> {
  const rows = await db().person.findMany({
    where: { cast: true, bannedAt: null },
    orderBy: { createdAt: "asc" },
    take: 5,
    select: { ...FACE_COLUMNS, bio: true },
  });
  // Who gave the account up comes back by the same tap.
  return rows.map((row) => ({ ...toFace({ ...row, givenUpAt: null }), bio: row.bio }));
}
