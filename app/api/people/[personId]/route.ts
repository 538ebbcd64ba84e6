import { type PersonId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { profile } from "@/lib/server/queries/people/profile";
import { personProfile } from "@/lib/wire/people/views";

export const GET = query({
  summary: "A member: words, languages, followers",
  who: "anyone",
  output: personProfile,
  ask: async ({ caller, params }) => {
    const id = toId<PersonId>(params.personId);
    return id && profile(caller, { id });
  },
});
