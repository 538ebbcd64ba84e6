import type { PersonId } from "@/lib/domain/ids";
import type { SignUpRefusal } from "@/lib/domain/sign-in/sign-up";
import { browserOf } from "./browser-cookie";
import { codeBroughtBy } from "./code-brought";

/** One try to sign in: what its browser shows, and how it came out. next-auth hands neither on, so its adapter notes them here. */
export type SignInAttempt = {
  browserHash: Buffer<ArrayBuffer> | null;
  /** What the browser says it is. */
  userAgent: string;
  /** What somebody new wants to be called; null where they have not said. */
  name: string | null;
  /** The id of the invite code that this browser brought; null for none. */
  codeBrought: string | null;
  /** Why somebody new got no account; null where nothing spoke against it. */
  keptOut: SignUpRefusal | null;
  /** The code is right, but the newcomer's name is not known: nothing was used up or made. */
  lacksName: boolean;
  /** Who is signed in now; null while nobody is. */
  personId: PersonId | null;
  isBanned: boolean;
  /** What broke on our side, e.g. Postgres being away; next-auth would turn it into a page about sign-in. */
  fault: unknown;
};

export const newAttempt = (request: Request): SignInAttempt => ({
  browserHash: browserOf(request),
  userAgent: request.headers.get("user-agent") ?? "",
  name: null,
  codeBrought: codeBroughtBy(request.headers),
  keptOut: null,
  lacksName: false,
  personId: null,
  isBanned: false,
  fault: null,
});
