import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { lowerAllHands } from "@/lib/server/commands/hands/lower-all-hands";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { handsPage } from "@/lib/server/queries/hands/hands-page";
import { mine } from "@/lib/server/queries/rooms/mine";
import { handsPageInput } from "@/lib/wire/hands/inputs";
import { handsPageView } from "@/lib/wire/hands/views";

export const GET = query({
  summary: "The queue of hands, a page at a time, for those who answer them",
  who: "member",
  asked: handsPageInput,
  output: handsPageView,
  ask: async ({ caller, params, asked }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return null;
    const { hands } = await mine(roomId, caller);
    return hands && handsPage(roomId, (asked.after as PersonId | undefined) ?? null);
  },
});
export const DELETE = command(lowerAllHands);
