import { type RoomId, toId } from "@/lib/domain/ids";
import { ReadyJson } from "@/lib/server/http/answers";
import { query } from "@/lib/server/http/query";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { audiencePage } from "@/lib/server/queries/roster/audience-page";
import { audiencePageInput } from "@/lib/wire/roster/inputs";

export const GET = query("The audience in pages: whom the speakers follow, or the others", async (ask) => {
  const roomId = toId<RoomId>(ask.params.roomId);
  const asked = audiencePageInput.safeParse(Object.fromEntries(new URL(ask.request.url).searchParams));
  if (!roomId || !asked.success || !(await knownRoom(ask.caller, roomId))) return null;
  const page = await audiencePage(roomId, asked.data.section, asked.data.after);
  return page && new ReadyJson(page.text, page.etag);
});
