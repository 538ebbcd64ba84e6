import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { readCookie } from "@/lib/server/callers/cookies";
import { clearedGuestCookie, GUEST_COOKIE, guestOfCookie } from "@/lib/server/callers/guest-cookie";
import { sessionCookieName } from "@/lib/server/callers/session-cookie";
import { log } from "@/lib/server/postgres/log";
import { newAttempt, type SignInAttempt } from "./attempt";
import { clearedBrowserCookie } from "./browser-cookie";
import { keepSeat } from "./keep-seat";
import { runNextAuth } from "./run-next-auth";

/** An address and the code that is to open it; `browserHash` where the code was asked for within this very request. */
type Shown = { email: string; code: string; browserHash?: Buffer<ArrayBuffer> };

/** Signs a browser in by a code: next-auth's own callback, reached only from here. The cookies are to be set by the answer. */
export async function signIn(
  request: Request,
  { email, code, browserHash }: Shown,
): Promise<Ruling<{ cookies: string[] }, "code_wrong" | "not_allowed">> {
  const attempt = { ...newAttempt(request), ...(browserHash && { browserHash }) };
  const answer = await runNextAuth(request, attempt, {
    action: "callback",
    provider: "email",
    query: { email, token: code, callbackUrl: "/" },
    body: {},
  });
  if (attempt.isBanned) return refused("not_allowed");
  if (!attempt.personId) return refused("code_wrong");
  // next-auth would also keep where it thinks we go next; only the session is of use.
  const session = answer.cookies.filter((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  return granted({ cookies: [...session, clearedBrowserCookie(), ...(await bringGuest(request, attempt))] });
}

/**
 * The guest that this browser was becomes the member, seat and all; the answer is the cookie that forgets the guest.
 * If that fails the person is signed in all the same: a seat is taken again with one tap.
 */
export async function bringGuest(request: Request, attempt: SignInAttempt): Promise<string[]> {
  const guestId: PersonId | null = guestOfCookie(readCookie(request.headers.get("cookie"), GUEST_COOKIE));
  if (!guestId || !attempt.personId) return [];
  try {
    await keepSeat(guestId, attempt.personId);
  } catch (fault) {
    log().warn({ err: fault }, "a guest's seat was not kept");
  }
  return [clearedGuestCookie()];
}
