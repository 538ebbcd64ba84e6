import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { lowerAllHands } from "@/lib/server/commands/hands/lower-all-hands";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { handsPage } from "@/lib/server/queries/hands/hands-page";
import { mine } from "@/lib/server/queries/rooms/mine";
import { handsPageInput } from "@/lib/wire/hands/inputs";

export const GET = query(
  "The queue of hands, a page at a time, for those who answer them",
  async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    const asked = handsPageInput.safeParse(Object.fromEntries(new URL(ask.request.url).searchParams));
    if (!roomId || !asked.success) return null;
    const { hands } = await mine(roomId, ask.caller);
    return hands && handsPage(roomId, (asked.data.after as PersonId | undefined) ?? null);
  },
  { who: "member" },
);
export const DELETE = command(lowerAllHands);
