import { type PersonId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { profile } from "@/lib/server/queries/people/profile";

export const GET = query("A member: words, languages, followers", async ({ caller, params }) => {
  const id = toId<PersonId>(params.personId);
  return id && profile(caller, { id });
});
