import { type RoomId, toId } from "@/lib/domain/ids";
import { ROLES } from "@/lib/domain/roles";
import { granted, refused } from "@/lib/domain/ruling";
import { graceMs } from "@/lib/domain/seats/seat";
import { defineCommand } from "@/lib/server/http/command";
import { hotPool } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** The grace runs from now, as after LiveKit's own goodbye; coming back in time, as a reload does, changes nothing. */
const GOODBYE_SQL = `
UPDATE seat SET gone_at = coalesce(gone_at, statement_timestamp()),
  lease_until = coalesce(lease_until, statement_timestamp() + ($3::jsonb ->> role::text)::int * interval '1 millisecond')
WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL AND connected_at IS NOT NULL`;

const GRACES = JSON.stringify(Object.fromEntries(ROLES.map((role) => [role, graceMs(role)])));

/** A closed tab's word that it is gone, sent without waiting for an answer. Its seat is kept for the grace of its role. */
export const sayGoodbye = defineCommand({
  who: "person",
  limit: { none: "it gives up nothing but the own seat, and no more the second time" },
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Say that the tab is closed; the seat is kept for its grace",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    await hotPool().query({ name: "goodbye", text: GOODBYE_SQL, values: [roomId, caller.id, GRACES] });
    return granted(null);
  },
});
