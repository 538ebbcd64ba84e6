import { type RoomId, toId } from "@/lib/domain/ids";
import { makeInviteLink } from "@/lib/server/commands/invites/make-invite-link";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { inviteLinks } from "@/lib/server/queries/invites/invite-links";

export const GET = query("A room's invitation links, for its moderators", async ({ caller, params }) => {
  const roomId = toId<RoomId>(params.roomId);
  return roomId && inviteLinks(caller, roomId);
});

export const POST = command(makeInviteLink);
