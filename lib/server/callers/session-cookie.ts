import { isHttps } from "./cookies";

const PLAIN = "next-auth.session-token";
const SECURE = "__Secure-next-auth.session-token";

/** The names under which a session's token may come; under https only the first is written. */
export const SESSION_COOKIES = [SECURE, PLAIN] as const;

/** The name under which this instance writes a session's token. */
export const sessionCookieName = (): string => (isHttps() ? SECURE : PLAIN);

/** How long a browser stays signed in. */
export const SESSION_SECONDS = 60 * 24 * 60 * 60;
