import { gravityOf } from "@/lib/domain/reports/report";
import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { addressOf } from "@/lib/server/callers/client-address";
import { decisionKey } from "@/lib/server/callers/decision-key";
import { defineCommand } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/limits";
import { localeOf } from "@/lib/server/mail/locale-of";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { findSubject } from "@/lib/server/reports/find-subject";
import { openCase } from "@/lib/server/reports/open-case";
import { reportInput } from "@/lib/wire/reports/inputs";
import { reportReceipt } from "@/lib/wire/reports/views";

/**
 * Reports what should not be here; also without an account, and of what is not found. All reports of one thing are one case until it is
 * decided, and what was there is written down with the first. Whoever reports it again is answered with the key of what they wrote before.
 * A report does nothing to what it is about. Source: behaviours 38; Digital Services Act, Art. 16.
 */
export const fileReport = defineCommand({
  who: "anyone",
  limit: "reportsOfPerson",
  input: reportInput,
  output: reportReceipt,
  refusals: ["bad_input", "too_many"],
  status: 201,
  summary: "Report what should not be here",
  run: async ({ caller, input, request }) => {
    // A new guest is a new person, and costs nothing.
    const waitSeconds = caller?.kind === "guest" ? await spend("reportsOfPerson", addressOf(request)) : null;
    if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
    const { reason, text, name, mail } = input;
    const address = mail ? normalizeAddress(mail) : null;
    if (mail && !address) return refused("bad_input", { field: "mail", reason: "address" });
    const subject = await findSubject(caller, input);
    const filed = { reporterId: caller?.id ?? null, name, reason, text, locale: localeOf(request) };
    // Whoever has an account is told there.
    const told = { address: caller?.kind === "member" ? null : address };
    const id = await inTransaction((tx) => openCase(tx, subject, gravityOf(reason), { ...filed, ...told }));
    return granted({ key: decisionKey("reporter", id) });
  },
});
