import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { channelAudiences } from "@/lib/server/queries/interpreting/channel-audiences";
import { channelAudienceList } from "@/lib/wire/interpreting/views";

export const GET = query({
  summary: "How many hear each language in all halls, for host, moderators and interpreters",
  who: "anyone",
  output: channelAudienceList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && channelAudiences(caller, roomId);
  },
});
