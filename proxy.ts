import { type NextRequest, NextResponse } from "next/server";
import { EMBED_HEADER, embedMark } from "@/lib/server/http/embed-header";
import { contentSecurityPolicy } from "@/lib/server/http/security-headers";

/** Gives every page its own nonce and policy; the other headers that keep it ours are every answer's (scripts/web). Who may see what is not decided here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { pathname, search } = request.nextUrl;
  const target = `${pathname}${search}`;
  const policy = contentSecurityPolicy(nonce, target);
  const headers = new Headers(request.headers);
  headers.set(EMBED_HEADER, embedMark(target));
  // Next reads the nonce from here and puts it on every script it writes.
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: "/((?!api/|_next/static/|_next/image|icons/|sw\\.js$|offline\\.html$).*)" };
