import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { personOfUnsubscribeKey } from "@/lib/server/mail/unsubscribe-key";
import { db } from "@/lib/server/postgres/db";
import { noBody, nothing } from "@/lib/wire/fields";

/** What a mail program posts is a line of a form (RFC 8058); the key in the address says it all. */
const MAX_BODY_BYTES = 4_096;

/** Sends somebody no more mail of what they missed, by the signed link in such a mail, without signing in. Safe to repeat. */
export const unsubscribeFromMail = defineCommand({
  who: "anyone",
  fromAnywhere: true,
  limit: "unsubscribesFromAddress",
  input: noBody,
  bytesUpTo: MAX_BODY_BYTES,
  output: nothing,
  refusals: ["not_found"],
  summary: "End the mails of what I missed, by the link in one (RFC 8058)",
  run: async ({ params }) => {
    const personId = personOfUnsubscribeKey(params.key ?? "");
    if (!personId) return refused("not_found");
    await db().mailDigest.deleteMany({ where: { personId } });
    return granted(null);
  },
});
