import type { Sql } from "@/lib/server/postgres/sql";
import {
  ROOM_DETAILS_JOINS,
  ROOM_DETAILS_SQL,
  type RoomDetailsRow,
  toAnnouncedRoom,
  toRoomDetails,
} from "@/lib/server/queries/rooms/room-details";
import type { OpenedSeat } from "@/lib/server/seats/open-seats";
import type { RoomHappened } from "./write-happenings";

const BACK_SQL =
  "UPDATE room SET host_away_until = NULL WHERE id = ANY($1::uuid[]) AND host_away_until IS NOT NULL RETURNING id";

const DETAILS_SQL = `SELECT ${ROOM_DETAILS_SQL} FROM room r ${ROOM_DETAILS_JOINS} WHERE r.id = ANY($1::uuid[])`;

/** A room that waited for its host goes on once they sit in it again (behaviours 19). Asks nothing where no host came. */
export async function hostReturns(sql: Sql, opened: OpenedSeat[]): Promise<RoomHappened[]> {
  const hosts = opened.filter((seat) => seat.role === "host");
  if (hosts.length === 0) return [];
  const back = await sql.rows<{ id: string }>("door-host-back", BACK_SQL, [hosts.map((seat) => seat.roomId)]);
  if (back.length === 0) return [];
  const rooms = await sql.rows<RoomDetailsRow>(undefined, DETAILS_SQL, [back.map(({ id }) => id)]);
  return rooms.map((row) => ({
    roomId: row.id,
    actorId: null,
    event: { audience: "everyone", happening: { type: "room_edited", room: toAnnouncedRoom(toRoomDetails(row)) } },
  }));
}
