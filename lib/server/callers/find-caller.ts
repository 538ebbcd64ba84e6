import type { Caller } from "./caller";
import { credentialsOf } from "./credential";
import { lookUpCaller } from "./look-up-callers";

/**
 * Looked up in a batch with all who ask at the same moment; null where nobody is signed in.
 * A session counts before a guest's cookie. Asks nothing of Postgres where the request shows nothing.
 */
export const callerOf = (request: Request): Promise<Caller | null> => callerOfHeaders(request.headers);

/** The same for a caller that has only the headers, such as a page. */
export async function callerOfHeaders(headers: Headers): Promise<Caller | null> {
  const callers = await Promise.all(credentialsOf(headers).map(lookUpCaller));
  return callers.find((caller) => caller !== null) ?? null;
}
