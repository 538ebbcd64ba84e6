import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { changeShowPicture } from "@/lib/server/portraits/change-portrait";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes a show's picture away: the drawn one stands in again. Fine where there is none. */
export const removeShowPicture = defineCommand({
  who: "member",
  limit: "portraitsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Remove a show's picture",
  run: async (ask) => {
    const allowed = await actInShow(ask, async ({ showId, actor }) =>
      canWithShow(actor.role, "editShow") ? granted(showId) : refused("not_allowed"),
    );
    if (!allowed.ok) return allowed;
    await changeShowPicture(allowed.value, null);
    return granted(null);
  },
});
