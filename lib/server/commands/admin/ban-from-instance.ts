import { type PersonId, toId } from "@/lib/domain/ids";
import { refused } from "@/lib/domain/ruling";
import { banEverywhere } from "@/lib/server/account/ban-everywhere";
import { defineCommand } from "@/lib/server/http/command";
import { reasonInput } from "@/lib/wire/admin/inputs";
import { nothing } from "@/lib/wire/fields";

/** Bans a person from the whole instance. No credential of theirs is accepted any more. Admins only; 404 for others. */
export const banFromInstance = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: reasonInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Ban somebody from the whole instance",
  run: async ({ caller, params, input }) => {
    const personId = toId<PersonId>(params.personId);
    if (!caller.admin || !personId) return refused("not_found");
    return banEverywhere(caller.id, personId, input.reason);
  },
});
