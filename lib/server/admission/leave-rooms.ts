import type pg from "pg";
import { CLOSE_SEATS_SQL, type ClosedRow, closedEvent } from "@/lib/server/seat-closing";
import { askPostgres } from "./ask-postgres";
import type { RoomHappened } from "./write-happenings";

type Leaving = { roomId: string; personId: string };

/** Closes the seats that people leave for a new one, in rooms locked by this batch. Answers what to announce there. */
export async function leaveRooms(client: pg.ClientBase, leaving: Leaving[]): Promise<RoomHappened[]> {
  if (leaving.length === 0) return [];
  const rooms = leaving.map((seat) => seat.roomId);
  const people = leaving.map((seat) => seat.personId);
  const closed = await askPostgres<ClosedRow>(client, "door-leave", CLOSE_SEATS_SQL, [rooms, people, "moved"]);
  return closed.flatMap((row) => {
    const event = closedEvent(row, "moved");
    return event ? [{ roomId: row.roomId, actorId: row.personId, event }] : [];
  });
}
