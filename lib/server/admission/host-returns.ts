import type pg from "pg";
import { askPostgres } from "@/lib/server/postgres/ask-postgres";
import {
  ROOM_DETAILS_JOINS,
  ROOM_DETAILS_SQL,
  type RoomDetailsRow,
  toRoomDetails,
} from "@/lib/server/queries/rooms/room-details";
import type { RoomHappened } from "./write-happenings";
import type { OpenedSeat } from "./write-seats";

const BACK_SQL =
  "UPDATE room SET host_away_until = NULL WHERE id = ANY($1::uuid[]) AND host_away_until IS NOT NULL RETURNING id";

const DETAILS_SQL = `SELECT ${ROOM_DETAILS_SQL} FROM room r ${ROOM_DETAILS_JOINS} WHERE r.id = ANY($1::uuid[])`;

/** A room that waited for its host goes on once they sit in it again (behaviours 19). Asks nothing where no host came. */
export async function hostReturns(client: pg.ClientBase, opened: OpenedSeat[]): Promise<RoomHappened[]> {
  const hosts = opened.filter((seat) => seat.role === "host");
  if (hosts.length === 0) return [];
  const back = await askPostgres<{ id: string }>(client, "door-host-back", BACK_SQL, [
    hosts.map((seat) => seat.roomId),
  ]);
  if (back.length === 0) return [];
  const rooms = await askPostgres<RoomDetailsRow>(client, undefined, DETAILS_SQL, [back.map(({ id }) => id)]);
  return rooms.map((row) => ({
    roomId: row.id,
    actorId: null,
    event: { audience: "everyone", happening: { type: "room_edited", room: toRoomDetails(row) } },
  }));
}
