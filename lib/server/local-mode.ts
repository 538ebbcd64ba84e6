import { env } from "@/lib/env";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether this is a start on loopback without configuration: only then do the one-tap cast and /dev/mail exist.
 * An instance with a public address has neither, whatever else its environment says.
 */
export const isLocalMode = (): boolean => env().PLENUM_LOCAL && LOOPBACK.test(new URL(env().PLENUM_URL).hostname);
