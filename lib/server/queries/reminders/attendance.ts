import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { hiddenPeopleSql } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { AttendanceView } from "@/lib/wire/reminders/views";

const MINE_SQL = "SELECT v.remind FROM rsvp v WHERE v.room_id = $1::uuid AND v.person_id = $2::uuid";

const COUNT_SQL = `SELECT ((SELECT count(*) FROM rsvp v WHERE v.room_id = $1::uuid)
  - (SELECT count(*) FROM (${hiddenPeopleSql("NULL::uuid")}) hidden JOIN rsvp v ON v.person_id = hidden.id AND v.room_id = $1::uuid))::int AS count`;

/** Whether this person will be at an episode, and how many will; null where they may not know of it. */
export async function attendance(caller: Onlooker, roomId: RoomId): Promise<AttendanceView | null> {
  if (!(await visibleRoom(caller, roomId))) return null;
  const [mine, count] = await Promise.all([caller && mineAt(roomId, caller.id), attendanceCount(roomId)]);
  return { attending: !!mine, remind: mine?.remind === true, count };
}

async function mineAt(roomId: RoomId, personId: string): Promise<{ remind: boolean } | undefined> {
  const values = [roomId, personId];
  return (await hotPool().query<{ remind: boolean }>({ name: "my-attendance", text: MINE_SQL, values })).rows[0];
}

/** How many members asked for an episode, of those whom anybody may know of: from the rows, read once a second and process. */
const attendanceCount = (roomId: RoomId): Promise<number> =>
  keptForAll(`attendance ${roomId}`, async () => {
    const { rows } = await hotPool().query<{ count: number }>({
      name: "attendance",
      text: COUNT_SQL,
      values: [roomId],
    });
    return rows[0]?.count ?? 0;
  });
