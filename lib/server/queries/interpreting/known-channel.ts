import type { RoomId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { hotPool } from "@/lib/server/postgres/db";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";

/** The hall whose channel it is. */
type ChannelHall = { status: RoomStatus; capacity: number };

/** The hall, where its family is interpreted into that language and this person may know of it; null otherwise. */
export async function knownChannel(
  caller: NonNullable<Onlooker>,
  hallId: RoomId,
  language: string,
): Promise<ChannelHall | null> {
  const { rows } = await hotPool().query<ChannelHall>({
    name: "known-channel",
    text: `SELECT h.status, h.capacity FROM room h
           WHERE h.id = $1 AND EXISTS (SELECT FROM interpreter i
             WHERE i.room_id = coalesce(h.main_room_id, h.id) AND i.language = $2 AND i.ended_at IS NULL)`,
    values: [hallId, language],
  });
  const [hall] = rows;
  return hall && (await visibleRoom(caller, hallId)) ? hall : null;
}
