import { createHash, randomBytes } from "node:crypto";
import NextAuth, { type AuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { cookiesOf, isHttps } from "@/lib/server/callers/cookies";
import type { SignInAttempt } from "./attempt";
import { signInOptions } from "./options";

type Asked = {
  action: "signin" | "callback";
  provider: string;
  query: Record<string, string>;
  body: Record<string, string>;
};

/** Where next-auth sends the browser, and the cookies it wants set. */
export type NextAuthAnswer = { redirect: string; cookies: string[] };

type NextAuthRequest = {
  method: string;
  query: Record<string, string | string[]>;
  body: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
};

/**
 * Asks next-auth one thing. It is never reachable from outside: our own routes have checked origin and limits, and hand
 * it only what it needs. Throws what broke in Postgres meanwhile, so that the answer is a fault and not a failed sign-in.
 */
export async function runNextAuth(request: Request, attempt: SignInAttempt, asked: Asked): Promise<NextAuthAnswer> {
  // next-auth reads its own address from here, and nowhere else.
  process.env.NEXTAUTH_URL = env().PLENUM_URL;
  const csrf = verifiedCsrf();
  const answer = new CollectedAnswer();
  await nextAuth(
    {
      method: asked.action === "signin" ? "POST" : "GET",
      query: { ...asked.query, nextauth: [asked.action, asked.provider] },
      body: { ...asked.body, csrfToken: csrf.token },
      cookies: { ...cookiesOf(request.headers.get("cookie")), [csrf.name]: csrf.cookie },
      headers: {},
    },
    answer,
    signInOptions(attempt),
  );
  if (attempt.fault) throw attempt.fault;
  return { redirect: answer.redirect, cookies: answer.cookies };
}

/** The form of `NextAuth(request, response, options)` that Next's older routes use; it needs nothing of Next. */
const nextAuth = NextAuth as unknown as (
  request: NextAuthRequest,
  answer: CollectedAnswer,
  options: AuthOptions,
) => Promise<void>;

/** Our wrapper has refused other sites' writes already, so next-auth's own check is given what satisfies it. */
function verifiedCsrf(): { name: string; token: string; cookie: string } {
  const token = randomBytes(32).toString("hex");
  const seal = createHash("sha256").update(`${token}${env().PLENUM_SECRET}`).digest("hex");
  return { name: `${isHttps() ? "__Host-" : ""}next-auth.csrf-token`, token, cookie: `${token}|${seal}` };
}

/** Just enough of a response for next-auth to write on. */
class CollectedAnswer {
  cookies: string[] = [];
  redirect = "";
  status = (): this => this;
  getHeader = (): string[] => this.cookies;
  setHeader(name: string, value: string | string[]): this {
    if (name === "Set-Cookie") this.cookies = [value].flat();
    if (name === "Location") this.redirect = String(value);
    return this;
  }
  end = (): void => {};
  send = (): void => {};
  json = (): void => {};
}
