import type { NotificationWish } from "@/lib/domain/notifications/settings";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { holderOfEndKey } from "@/lib/server/mail/reminder-key";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { noBody, nothing } from "@/lib/wire/fields";

/** What a mail program posts is a line of a form (RFC 8058); the key in the address says it all. */
const MAX_BODY_BYTES = 4_096;

/** As the settings page writes it: `episode.mail` is off at first and so not among what is changed, `episode_change.mail` is. */
const END_SQL = `
INSERT INTO notification_settings AS s (person_id, changed) SELECT p.id, ARRAY[$2::text] FROM person p WHERE p.id = $1::uuid
ON CONFLICT (person_id) DO UPDATE SET changed = array_append(array_remove(array_remove(s.changed, $3::text), $2::text), $2::text)`;

const CHANGES: NotificationWish = "episode_change.mail";
const BEGINNINGS: NotificationWish = "episode.mail";

/** Ends the mails of an episode, by the signed link in one, without signing in: a member's all, an address's of what it asked for. Safe to repeat. */
export const endMailReminders = defineCommand({
  who: "anyone",
  fromAnywhere: true,
  limit: "unsubscribesFromAddress",
  input: noBody,
  bytesUpTo: MAX_BODY_BYTES,
  output: nothing,
  refusals: ["not_found"],
  summary: "End the mails of an episode, by the link in one (RFC 8058)",
  run: async ({ params }) => {
    const holder = holderOfEndKey(params.key ?? "");
    if (!holder) return refused("not_found");
    if (holder.who === "member") await hotSql().rows(undefined, END_SQL, [holder.id, CHANGES, BEGINNINGS]);
    else await db().mailReminder.deleteMany({ where: { id: holder.id } });
    return granted(null);
  },
});
