import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { hotSql } from "@/lib/server/postgres/sql";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { noInput, nothing } from "@/lib/wire/fields";

/** A row also where they are muted already; none where the caller may not know of them. */
const MUTE_SQL = `
INSERT INTO notification_mute AS m (person_id, muted_id)
SELECT $1::uuid, p.id FROM person p WHERE p.id = $2::uuid AND ${personVisibleSql("$1::uuid")}
ON CONFLICT (person_id, muted_id) DO UPDATE SET muted_at = m.muted_at RETURNING 1`;

/** The caller is told nothing of this person any more, by any channel. They go on following them, and nobody hears of it. */
export const muteNotifications = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Be told nothing of a person",
  run: async ({ caller, params }) => {
    const mutedId = toId<PersonId>(params.personId);
    if (mutedId === caller.id) return refused("not_allowed");
    const muted = mutedId ? await hotSql().rows("mute-notifications", MUTE_SQL, [caller.id, mutedId]) : [];
    return muted.length > 0 ? granted(null) : refused("not_found");
  },
});
