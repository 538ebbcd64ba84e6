import { env } from "@/lib/env";
import { bearerOf } from "@/lib/server/callers/credential";

/**
 * Whether a write comes from a page of another site. Browsers send Sec-Fetch-Site or Origin with every write;
 * scripts send neither, and carry no cookie either.
 */
export function isCrossSite(request: Request): boolean {
  if (bearerOf(request.headers.get("authorization")) !== null) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(env().PLENUM_URL).origin;
}
