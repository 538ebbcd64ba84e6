import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lifts a person's ban from the instance. They have to sign in anew. Safe to repeat. Admins only. */
export const liftInstanceBan = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Lift a ban from the whole instance",
  run: async ({ caller, params }) => {
    const personId = toId<PersonId>(params.personId);
    if (!caller.admin || !personId) return refused("not_found");
    return inTransaction(async (tx) => {
      if (!(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))) return refused("not_found");
      const lifted = { liftedAt: new Date(), liftedById: caller.id };
      const { count } = await tx.instanceBan.updateMany({ where: { personId, liftedAt: null }, data: lifted });
      await tx.person.update({ where: { id: personId }, data: { bannedAt: null, banReason: null } });
      await tx.barredIdentity.deleteMany({ where: { personId } });
      const change = { before: { banned: true }, after: { banned: false } };
      if (count > 0) await writeAdminEvent(tx, caller.id, "ban_lifted", { personId }, change);
      return granted(null);
    });
  },
});
