import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { InviteLinkInput } from "@/lib/wire/invites/inputs";
import type { FreshInviteLink, InviteLinkView } from "@/lib/wire/invites/views";

const links = (roomId: string, rest = ""): string => `/api/rooms/${roomId}/invite-links${rest}`;

/** The links by which a room's moderators let people in. */
export const inviteLinksApi = {
  read: (roomId: string): Promise<ApiAnswer<{ links: InviteLinkView[] }>> => ask("GET", links(roomId)),
  make: (roomId: string, input: InviteLinkInput): Promise<ApiAnswer<FreshInviteLink>> =>
    ask("POST", links(roomId), input),
  revoke: (roomId: string, linkId: string): Promise<Done> => ask("DELETE", links(roomId, `/${linkId}`)),
};
