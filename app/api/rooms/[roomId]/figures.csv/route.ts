import { type RoomId, toId } from "@/lib/domain/ids";
import { csvAnswer } from "@/lib/server/http/csv-answer";
import { roomFigures } from "@/lib/server/queries/figures/room-figures";
import { figuresCsv } from "@/lib/wire/figures/figures-csv";

export const GET = csvAnswer({
  fileName: "figures.csv",
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const figures = roomId && (await roomFigures(caller, roomId));
    return figures && figuresCsv(figures);
  },
});
