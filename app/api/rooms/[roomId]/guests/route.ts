import { type RoomId, toId } from "@/lib/domain/ids";
import { inviteGuest } from "@/lib/server/commands/guests/invite-guest";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { guestsOf } from "@/lib/server/queries/guests/guests-of";
import { guestList } from "@/lib/wire/guests/views";

export const GET = query({
  summary: "The guests of a planned room and what became of their invitations, for its hosts",
  who: "anyone",
  output: guestList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const guests = roomId && (await guestsOf(caller, roomId));
    return guests && { guests };
  },
});

export const POST = command(inviteGuest);
