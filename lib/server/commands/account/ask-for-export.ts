import { granted, refused } from "@/lib/domain/ruling";
import { sessionHashOf } from "@/lib/server/callers/credential";
import { sameBytes } from "@/lib/server/callers/secrets";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { toExport } from "@/lib/server/queries/account/my-export";
import { exportAnswer } from "@/lib/wire/account/views";
import { noInput } from "@/lib/wire/fields";

/**
 * `POST /api/me/exports`: has all my data gathered into one archive, which the session that asks can fetch for ten minutes once it
 * is ready. While one is on its way to this session it is that one; one for another session, or an older one, is given up for
 * it. Not with an access token.
 */
export const askForExport = defineCommand({
  who: "member",
  limit: "exportsOfPerson",
  input: noInput,
  output: exportAnswer,
  refusals: ["not_allowed", "too_many"],
  status: 202,
  summary: "Have all my data gathered into an archive",
  run: async ({ caller, request }) => {
    const session = sessionHashOf(request.headers);
    if (!session) return refused("not_allowed");
    const asked = await inTransaction(async (tx) => {
      // Two that ask at once ask for the same.
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${caller.id}::uuid FOR NO KEY UPDATE`;
      const where = { personId: caller.id };
      const before = await tx.dataExport.findMany({ where: { ...where, state: { in: ["waiting", "gathering"] } } });
      const same = before.find(({ sessionHash }) => sameBytes(sessionHash, session));
      if (same) return same;
      await tx.dataExport.deleteMany({ where });
      return tx.dataExport.create({ data: { ...where, sessionHash: session } });
    });
    return granted({ export: toExport(asked, session) });
  },
});
