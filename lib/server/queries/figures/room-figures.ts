import type { RoomId } from "@/lib/domain/ids";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { RoomFigures } from "@/lib/wire/figures/views";
import { hallFigures } from "./halls";
import { handFigures } from "./hands";
import { languageFigures } from "./languages";
import { ledRoom } from "./led-room";
import { peopleOverTime } from "./people-over-time";
import { whoCame } from "./who-came";

/** What there is to be said of a room that is over, to whoever led it; null for everybody else. */
export async function roomFigures(caller: Onlooker, roomId: RoomId): Promise<RoomFigures | null> {
  const room = await ledRoom(caller, roomId);
  if (!room) return null;
  const [{ peak, overTime }, came, halls, { hands, questions }, languages] = await Promise.all([
    peopleOverTime(room),
    whoCame(room),
    hallFigures(room),
    handFigures(room),
    languageFigures(room),
  ]);
  return {
    ...{ title: room.title, language: room.language, from: room.from.toISOString(), to: room.to.toISOString() },
    ...{ ...came, peak, hands, questions, languages },
    overTime: overTime.map(({ at, people }) => ({ at: at.toISOString(), people })),
    halls: halls.map(({ openedAt, ...hall }) => ({ ...hall, openedAt: openedAt.toISOString() })),
  };
}
