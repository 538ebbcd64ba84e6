import { hotSql } from "@/lib/server/postgres/sql";
import type { ClaimedPush } from "./claim-pushes";
import { deliverPush } from "./deliver-push";
import { episodePushText } from "./episode-push-text";
import { pushText } from "./push-text";

/** Sends what was claimed, all at once, and forgets the browsers that take no pushes any more. Answers how many were delivered. */
export async function sendPushes(claimed: readonly ClaimedPush[]): Promise<number> {
  const outcomes = await Promise.all(
    claimed.map(({ target, locale, facts }) =>
      deliverPush(target, "news" in facts ? episodePushText(locale, facts) : pushText(locale, facts)),
    ),
  );
  const gone = claimed.filter((_, place) => outcomes[place] === "gone").map(({ subscriptionId }) => subscriptionId);
  if (gone.length > 0) {
    await hotSql().rows("forget-pushes", "DELETE FROM push_subscription WHERE id = ANY($1::uuid[])", [gone]);
  }
  return outcomes.filter((outcome) => outcome === "delivered").length;
}
