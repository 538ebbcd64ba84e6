import type pg from "pg";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { inTransaction } from "./in-transaction";
import { closeTickets } from "./line/close-tickets";
import { lockRooms } from "./lock-rooms";
import { writeHappenings } from "./write-happenings";

/** One person who gets up from their seat in one room. */
export type LeaveRequest = { roomId: RoomId; personId: PersonId };

/** Whether the room exists, or the fault. A fault of a batch is answered to everybody in it, and leaving again is safe. */
export type Departure = { ok: true; roomExists: boolean } | { ok: false; fault: unknown };

/** Closes the seats and tickets of all who leave at this moment, whatever the rooms, in one transaction. */
export async function leaveTogether(pool: pg.Pool, requests: LeaveRequest[]): Promise<Departure[]> {
  const wanted = [...new Set(requests.map((request) => request.roomId))];
  try {
    const rooms = await inTransaction(pool, async (sql) => {
      const locked = await lockRooms(sql, wanted, []);
      const happened = await closeSeats(sql, requests, "left");
      await closeTickets(sql, requests);
      await writeHappenings(sql, happened);
      return locked;
    });
    return requests.map(({ roomId }) => ({ ok: true, roomExists: rooms.has(roomId) }));
  } catch (fault) {
    return requests.map(() => ({ ok: false, fault }));
  }
}
