import type { PersonId } from "@/lib/domain/ids";
import type { Caller } from "./caller";
import { credentialsOf } from "./credential";
import { type Known, lookUpCaller } from "./look-up-callers";

/**
 * Looked up in a batch with all who ask at the same moment; null where nobody is signed in.
 * A session counts before a guest's cookie. Asks nothing of Postgres where the request shows nothing.
 */
export const callerOf = (request: Request): Promise<Caller | null> => callerOfHeaders(request.headers);

/** The same for a caller that has only the headers, such as a page. Whoever gave their account up is nobody. */
export async function callerOfHeaders(headers: Headers): Promise<Caller | null> {
  const found = (await knownOf(headers)).find((known) => known?.givenUpAt === null);
  if (!found) return null;
  const { givenUpAt, ...caller } = found;
  return caller;
}

/** Somebody signed in here who gave their account up, and when; null for everyone else. */
export async function leaverOfHeaders(headers: Headers): Promise<Leaver | null> {
  const found = (await knownOf(headers)).find((known) => known?.givenUpAt && !known.scopes);
  return found?.givenUpAt ? { id: found.id, givenUpAt: found.givenUpAt } : null;
}

/** Somebody who gave their account up. */
export type Leaver = { id: PersonId; givenUpAt: Date };

const knownOf = (headers: Headers): Promise<(Known | null)[]> => Promise.all(credentialsOf(headers).map(lookUpCaller));
