import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { hotSql } from "@/lib/server/postgres/sql";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { seenInput } from "@/lib/wire/notifications/inputs";
import { unreadAnswer } from "@/lib/wire/notifications/views";

/** Nobody has seen what is still to come. */
const SEEN_SQL = `
INSERT INTO notification_settings AS s (person_id, seen_at) VALUES ($1::uuid, least($2::timestamptz, now()))
ON CONFLICT (person_id) DO UPDATE SET seen_at = excluded.seen_at
WHERE s.seen_at IS NULL OR s.seen_at < excluded.seen_at RETURNING 1`;

/** Marks as seen what is not later than a moment, on all the caller's devices. A moment before the last one changes nothing. */
export const seeNotifications = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: seenInput,
  output: unreadAnswer,
  refusals: [],
  summary: "Mark notifications as seen",
  run: async ({ caller, input }) => {
    const moved = await hotSql().rows("see-notifications", SEEN_SQL, [caller.id, input.until]);
    if (moved.length > 0) ringPerson(caller.id);
    return granted(await unreadNotifications(caller));
  },
});
