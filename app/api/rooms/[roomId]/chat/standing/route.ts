import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { chatStanding } from "@/lib/server/queries/chat/chat-standing";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { chatStandingView } from "@/lib/wire/chat/views";

export const GET = query({
  summary: "What decides, besides role and mode, whether I may write in the chat",
  who: "anyone",
  output: chatStandingView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !caller || !(await visibleRoom(caller, roomId))) return null;
    return chatStanding(roomId, caller.id);
  },
});
