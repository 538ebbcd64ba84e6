import { type AccessTokenId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** `DELETE /api/access-tokens/:tokenId`: it opens nothing from now on. Another's token is `not_found`, like one that never was. */
export const revokeAccessToken = defineCommand({
  who: "member",
  limit: "profileEditsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Revoke a personal access token",
  run: async ({ caller, params }) => {
    if (caller.scopes) return refused("not_allowed");
    const id = toId<AccessTokenId>(params.tokenId);
    if (!id || !(await db().accessToken.count({ where: { id, personId: caller.id } }))) return refused("not_found");
    await db().accessToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    ringPerson(caller.id);
    return granted(null);
  },
});
