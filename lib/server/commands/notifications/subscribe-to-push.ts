import { granted, refused } from "@/lib/domain/ruling";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";
import { readCookie } from "@/lib/server/callers/cookies";
import { hashOf } from "@/lib/server/callers/secrets";
import { SESSION_COOKIES } from "@/lib/server/callers/session-cookie";
import { defineCommand } from "@/lib/server/http/command";
import { isPushEndpoint } from "@/lib/server/notifications/push-endpoint";
import { pushKey } from "@/lib/server/notifications/push-key";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { nothing } from "@/lib/wire/fields";
import { pushSubscriptionInput } from "@/lib/wire/notifications/inputs";

/** Browsers of one person; a further one takes the place of the one that was longest away. */
const MAX_A_PERSON = 10;

/**
 * From now on this browser is sent pushes, as long as its session lasts. Said again whenever its owner comes by or opens a push: then
 * they are among the first who are told. Refused to access tokens, which are no browser's, and where this instance has no key.
 */
export const subscribeToPush = defineCommand({
  who: "member",
  limit: "pushSubscriptionsOfPerson",
  input: pushSubscriptionInput,
  output: nothing,
  refusals: ["bad_input", "not_allowed"],
  summary: "Be told by push in this browser",
  run: async ({ caller, input: { endpoint, keys }, request: { headers } }) => {
    const cookies = headers.get("cookie");
    const token = SESSION_COOKIES.map((name) => readCookie(cookies, name)).find(Boolean);
    if (caller.scopes || !token || !pushKey()) return refused("not_allowed");
    if (!isPushEndpoint(endpoint)) return refused("bad_input", { field: "endpoint" });
    const locale = chooseLocale(readCookie(cookies, LOCALE_COOKIE) ?? undefined, headers.get("accept-language"));
    const now = new Date();
    const { id: personId } = caller;
    const data = { personId, sessionHash: hashOf(token), ...keys, locale, activeAt: now };
    await inTransaction(async (tx) => {
      const known = await tx.pushSubscription.findUnique({ where: { endpoint } });
      const eagerSince = known?.personId === personId ? (known.eagerSince ?? now) : null;
      await tx.pushSubscription.upsert({
        where: { endpoint },
        create: { endpoint, ...data },
        update: { ...data, eagerSince },
      });
      const more = await tx.pushSubscription.findMany({
        where: { personId },
        orderBy: [{ activeAt: "desc" }, { id: "desc" }],
        skip: MAX_A_PERSON,
        select: { id: true },
      });
      await tx.pushSubscription.deleteMany({ where: { id: { in: more.map(({ id }) => id) } } });
    });
    return granted(null);
  },
});
