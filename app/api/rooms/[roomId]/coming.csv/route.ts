import { type RoomId, toId } from "@/lib/domain/ids";
import { csvAnswer } from "@/lib/server/http/csv-answer";
import { comingOverTime } from "@/lib/server/queries/figures/coming-over-time";
import { episodeToPlan } from "@/lib/server/queries/shows/episode-to-plan";
import { comingCsv } from "@/lib/wire/figures/coming-csv";

export const GET = csvAnswer({
  fileName: "coming.csv",
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await episodeToPlan(caller, roomId))) return null;
    return comingCsv(await comingOverTime(roomId, new Date()));
  },
});
