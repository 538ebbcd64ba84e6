import { env } from "@/lib/env";
import { answerFault } from "@/lib/server/http/fault";
import { newAttempt } from "./attempt";
import { clearedBroughtCookie } from "./code-brought";
import { runNextAuth } from "./run-next-auth";
import { bringGuest } from "./sign-in";
import { unconfirmedName } from "./unconfirmed-name";

/** What the sign-in page knows to explain; everything else is `failed`. */
const EXPLAINED: Record<string, string> = { OAuthAccountNotLinked: "linked_elsewhere", AccessDenied: "denied" };

/**
 * `GET /api/auth/callback/:provider`: the browser comes back from a provider. On success it goes where it wanted to;
 * otherwise to the sign-in page, which says what happened. `email` is no provider: codes come by `POST /api/sessions` only.
 */
export async function finishProviderSignIn(request: Request, provider: string): Promise<Response> {
  if (provider === "email") return new Response(null, { status: 404 });
  try {
    const attempt = newAttempt(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const answer = await runNextAuth(request, attempt, { action: "callback", provider, query, body: {} });
    const { personId, keptOut } = attempt;
    if (keptOut) return redirect(signInPageFor(keptOut), answer.cookies);
    // A newcomer confirms their name first. Until then their seat is still the guest's, and no room shows that name.
    if (personId && (await unconfirmedName(personId)) !== null)
      return redirect(namePageFor(answer.redirect), [...answer.cookies, clearedBroughtCookie()]);
    const cookies = personId ? await bringGuest(request, personId) : [];
    return redirect(pageAfter(answer.redirect), [...answer.cookies, ...cookies]);
  } catch (fault) {
    return answerFault(request, fault);
  }
}

/** next-auth sends failures to pages of its own, which do not exist here. */
function pageAfter(address: string): string {
  const url = new URL(address || "/api/auth/error", env().PLENUM_URL);
  if (!url.pathname.startsWith("/api/auth")) return url.href;
  const problem = EXPLAINED[url.searchParams.get("error") ?? ""] ?? "failed";
  return signInPageFor(problem);
}

const signInPageFor = (problem: string): string => new URL(`/sign-in?problem=${problem}`, env().PLENUM_URL).href;

function namePageFor(address: string): string {
  const { pathname, search } = new URL(pageAfter(address));
  return new URL(`/sign-in/name?next=${encodeURIComponent(pathname + search)}`, env().PLENUM_URL).href;
}

function redirect(address: string, cookies: string[]): Response {
  const answer = new Response(null, { status: 303, headers: { Location: address, "Cache-Control": "no-store" } });
  for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
  return answer;
}
