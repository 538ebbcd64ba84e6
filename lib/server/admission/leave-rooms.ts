import type pg from "pg";
import { askPostgres } from "@/lib/server/postgres/ask-postgres";
import {
  CLOSE_SEATS_SQL,
  type ClosedRow,
  type CloseReason,
  closedEvent,
  heldForMs,
} from "@/lib/server/seats/seat-closing";
import { succeedHost } from "@/lib/server/seats/succeed-host";
import type { RoomHappened } from "./write-happenings";

type Leaving = { roomId: string; personId: string };

/** Closes seats in rooms locked by this batch. Answers what to announce there. */
export async function leaveRooms(
  client: pg.ClientBase,
  leaving: Leaving[],
  reason: CloseReason,
): Promise<RoomHappened[]> {
  if (leaving.length === 0) return [];
  const rooms = leaving.map((seat) => seat.roomId);
  const people = leaving.map((seat) => seat.personId);
  const closed = await askPostgres<ClosedRow>(client, "door-leave", CLOSE_SEATS_SQL, [
    rooms,
    people,
    reason,
    heldForMs(reason),
  ]);
  const departures = closed.flatMap((row) => {
    const event = closedEvent(row, reason);
    return event ? [{ roomId: row.roomId, actorId: row.personId, event }] : [];
  });
  const succession = await succeedHost((sql, values) => askPostgres(client, undefined, sql, values), closed, reason);
  return [...departures, ...succession.map((happened) => ({ ...happened, actorId: null }))];
}
