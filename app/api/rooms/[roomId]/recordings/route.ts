import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { recordingsOf } from "@/lib/server/queries/recording/recordings";
import { recordingList } from "@/lib/wire/recording/views";

export const GET = query({
  summary: "What was recorded in a room, the oldest first, with who speaks when",
  who: "anyone",
  output: recordingList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const recordings = roomId && (await recordingsOf(caller, roomId));
    return recordings && { recordings };
  },
});
