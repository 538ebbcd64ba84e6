import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { SignUpRefusal } from "@/lib/domain/sign-in/sign-up";
import { readCookie } from "@/lib/server/callers/cookies";
import { clearedGuestCookie, GUEST_COOKIE, guestOfKey } from "@/lib/server/callers/guest-cookie";
import { sessionCookieName } from "@/lib/server/callers/session-cookie";
import { log } from "@/lib/server/postgres/log";
import { newAttempt } from "./attempt";
import { clearedBrowserCookie } from "./browser-cookie";
import { clearedBroughtCookie } from "./code-brought";
import { keepSeat } from "./keep-seat";
import { rememberBrowser } from "./known-browser";
import { runNextAuth } from "./run-next-auth";

/** An address, the code that is to open it, and the browser that asked for it. `name`: for a newcomer. */
type Shown = { email: string; code: string; browserHash: Buffer<ArrayBuffer>; name?: string };

/** Signs a browser in by a code: next-auth's own callback, reached only from here. The cookies are to be set by the answer. */
export async function signIn(
  request: Request,
  { email, code, browserHash, name }: Shown,
): Promise<Ruling<{ cookies: string[] }, "code_wrong" | "name_needed" | "not_allowed" | SignUpRefusal>> {
  const attempt = { ...newAttempt(request), browserHash, name: name ?? null };
  const answer = await runNextAuth(request, attempt, {
    action: "callback",
    provider: "email",
    query: { email, token: code, callbackUrl: "/" },
    body: {},
  });
  if (attempt.isBanned) return refused("not_allowed");
  if (attempt.keptOut) return refused(attempt.keptOut);
  if (attempt.lacksName) return refused("name_needed");
  if (!attempt.personId) return refused("code_wrong");
  // next-auth would also keep where it thinks we go next; only the session is of use.
  const session = answer.cookies.filter((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  const marks = [clearedBrowserCookie(), clearedBroughtCookie(), rememberBrowser(request, email)];
  return granted({ cookies: [...session, ...marks, ...(await bringGuest(request, attempt.personId))] });
}

/**
 * The guest that this browser was becomes the member, seat and all; the answer is the cookie that forgets the guest.
 * If that fails the person is signed in all the same: a seat is taken again with one tap.
 */
export async function bringGuest(request: Request, memberId: PersonId): Promise<string[]> {
  const guestId: PersonId | null = guestOfKey(readCookie(request.headers.get("cookie"), GUEST_COOKIE));
  if (!guestId) return [];
  try {
    await keepSeat(guestId, memberId);
  } catch (fault) {
    log().warn({ err: fault }, "a guest's seat was not kept");
  }
  return [clearedGuestCookie()];
}
