import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { roomLog } from "@/lib/server/queries/moderation/room-log";
import { logInput } from "@/lib/wire/moderation/inputs";
import { logPage } from "@/lib/wire/moderation/views";

export const GET = query({
  summary: "What moderators did in a room, newest first; `?before=` a version",
  who: "anyone",
  asked: logInput,
  output: logPage,
  ask: async ({ caller, params, asked }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && roomLog(caller, roomId, asked.before ?? null);
  },
});
