import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { channelAudiences } from "@/lib/server/queries/interpreting/channel-audiences";

export const GET = query(
  "How many hear each language in all halls, for host, moderators and interpreters",
  ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId ? channelAudiences(caller, roomId) : Promise.resolve(null);
  },
);
