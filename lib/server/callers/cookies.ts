import { env } from "@/lib/env";

/** The value of a cookie as the browser sent it; null where there is none. */
export function readCookie(cookieHeader: string | null, name: string): string | null {
  if (!cookieHeader) return null;
  for (const part of cookieHeader.split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

/** All cookies of a request by name; the first of a name counts. */
export function cookiesOf(cookieHeader: string | null): Record<string, string> {
  const pairs = (cookieHeader ?? "").split(";").map((part) => part.split("=", 1)[0]?.trim() ?? "");
  return Object.fromEntries(pairs.filter(Boolean).map((name) => [name, decoded(readCookie(cookieHeader, name) ?? "")]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Whether people reach this instance by https; cookies are then `Secure`. */
export const isHttps = (): boolean => env().PLENUM_URL.startsWith("https:");

/** A Set-Cookie line that scripts cannot read and other sites' writes do not carry. `value` must hold nothing that needs escaping. */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;
}
