import type { PersonId } from "@/lib/domain/ids";

/** Who asks: found from the bearer token, the session cookie or the guest cookie of the request. `scopes` only with an access token. */
export type Caller = {
  id: PersonId;
  kind: "member" | "guest";
  admin: boolean;
  scopes?: readonly string[];
};

export type Member = Caller & { kind: "member" };
