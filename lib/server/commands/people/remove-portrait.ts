import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes one's uploaded portrait away: the drawn one stands in again. Fine where there is none. */
export const removePortrait = defineCommand({
  who: "member",
  limit: "portraitsOfPerson",
  input: noInput,
  output: nothing,
  refusals: [],
  summary: "Remove my portrait",
  run: async ({ caller }) => {
    await changePortrait(caller.id, null);
    return granted(null);
  },
});
