import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { chatStanding } from "@/lib/server/queries/chat/chat-standing";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";

export const GET = query("What decides, besides role and mode, whether I may write in the chat", async (ask) => {
  const roomId = toId<RoomId>(ask.params.roomId);
  if (!roomId || !ask.caller || !(await visibleRoom(ask.caller, roomId))) return null;
  return chatStanding(roomId, ask.caller.id);
});
