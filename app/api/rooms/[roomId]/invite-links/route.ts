import { type RoomId, toId } from "@/lib/domain/ids";
import { makeInviteLink } from "@/lib/server/commands/invites/make-invite-link";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { inviteLinks } from "@/lib/server/queries/invites/invite-links";
import { inviteLinkList } from "@/lib/wire/invites/views";

export const GET = query({
  summary: "A room's invitation links, for its moderators",
  who: "anyone",
  output: inviteLinkList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && inviteLinks(caller, roomId);
  },
});

export const POST = command(makeInviteLink);
