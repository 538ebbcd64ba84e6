import { toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Says that one looks at a case oneself; also in the place of somebody else. Safe to repeat. Admins only. */
export const takeCase = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Take a case upon oneself",
  run: async ({ caller, params }) => {
    const caseId = toId(params.caseId);
    if (!caller.admin || !caseId) return refused("not_found");
    const { count } = await db().reportCase.updateMany({ where: { id: caseId }, data: { assignedToId: caller.id } });
    return count === 0 ? refused("not_found") : granted(null);
  },
});
