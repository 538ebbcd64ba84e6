import { call } from "@/lib/client/call";
import type { InviteLinkInput } from "@/lib/wire/invites/inputs";

/** The links by which a room's moderators let people in. */
export const inviteLinksApi = {
  readInviteLinks: (roomId: string) => call("GET /api/rooms/:roomId/invite-links", { params: { roomId } }),
  makeInviteLink: (roomId: string, input: InviteLinkInput) =>
    call("POST /api/rooms/:roomId/invite-links", { params: { roomId }, input }),
  revokeInviteLink: (roomId: string, linkId: string) =>
    call("DELETE /api/rooms/:roomId/invite-links/:linkId", { params: { roomId, linkId } }),
};
