import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { roomLog } from "@/lib/server/queries/moderation/room-log";

export const GET = query("What moderators did in a room, newest first; `?before=` a version", async (ask) => {
  const roomId = toId<RoomId>(ask.params.roomId);
  const before = Number(new URL(ask.request.url).searchParams.get("before"));
  return roomId && roomLog(ask.caller, roomId, Number.isSafeInteger(before) && before > 0 ? before : null);
});
