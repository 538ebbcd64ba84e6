import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { nothing } from "@/lib/wire/fields";
import { pushEndpointInput } from "@/lib/wire/notifications/inputs";

/** One of the caller's browsers is sent no pushes any more. Safe to repeat. */
export const unsubscribeFromPush = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: pushEndpointInput,
  output: nothing,
  refusals: [],
  summary: "Be told by push in this browser no more",
  run: async ({ caller, input: { endpoint } }) => {
    await db().pushSubscription.deleteMany({ where: { personId: caller.id, endpoint } });
    return granted(null);
  },
});
