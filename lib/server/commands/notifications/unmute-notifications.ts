import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** The caller is told of this person again. */
export const unmuteNotifications = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Be told of a person again",
  run: async ({ caller, params }) => {
    const mutedId = toId<PersonId>(params.personId);
    if (!mutedId) return refused("not_found");
    const { count } = await db().notificationMute.deleteMany({ where: { personId: caller.id, mutedId } });
    return count > 0 ? granted(null) : refused("not_found");
  },
});
