import { env } from "@/lib/env";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether this is a start on loopback without configuration: only then do the one-tap cast and /dev/mail exist.
 * An instance with a public address has neither, whatever else its environment says.
 */
export const isLocalMode = (): boolean => env().PLENUM_LOCAL && LOOPBACK.test(new URL(env().PLENUM_URL).hostname);

/**
 * Whether this request of local mode came by a loopback name. A page elsewhere whose name was made to point at this
 * machine, or a tunnel to it, comes with its own Host: it finds neither the one-tap cast nor anybody's letters.
 */
export function isAskedLocally(headers: Pick<Headers, "get">): boolean {
  const names = [headers.get("host"), headers.get("x-forwarded-host")].filter((name) => name !== null);
  return isLocalMode() && names.length > 0 && names.every((name) => LOOPBACK.test(name.replace(/:\d+$/, "")));
}
