import { type RoomId, toId } from "@/lib/domain/ids";
import { ReadyJson } from "@/lib/server/http/answers";
import { query } from "@/lib/server/http/query";
import { knownInside } from "@/lib/server/queries/rooms/known-room";
import { audiencePage } from "@/lib/server/queries/roster/audience-page";
import { audiencePageInput } from "@/lib/wire/roster/inputs";
import { audiencePageView } from "@/lib/wire/roster/views";

export const GET = query({
  summary: "The audience in pages: whom the speakers follow, or the others",
  who: "anyone",
  asked: audiencePageInput,
  output: audiencePageView,
  ask: async ({ caller, params, asked }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await knownInside(caller, roomId))) return null;
    const page = await audiencePage(roomId, asked.section, asked.after);
    return page && new ReadyJson(page.text, page.etag);
  },
});
