import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { checklist } from "@/lib/server/queries/shows/checklist";
import { checklistAnswer } from "@/lib/wire/shows/checklist";

export const GET = query({
  summary: "What is done before an episode's hour and what is not, for those who lead it",
  who: "anyone",
  output: checklistAnswer,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const read = roomId && (await checklist(caller, roomId, new Date()));
    return read && { checklist: read };
  },
});
