import { type RecordingId, type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { replayChat } from "@/lib/server/queries/recording/replay-chat";
import { replayChatInput } from "@/lib/wire/recording/inputs";
import { replayChatPage } from "@/lib/wire/recording/views";

export const GET = query({
  summary: "What was written while a recording was made, around a moment, or before or after a message",
  who: "anyone",
  asked: replayChatInput,
  output: replayChatPage,
  ask: async ({ caller, params, asked }) => {
    const [roomId, recordingId] = [toId<RoomId>(params.roomId), toId<RecordingId>(params.recordingId)];
    return roomId && recordingId ? replayChat(caller, { roomId, recordingId }, asked) : null;
  },
});
