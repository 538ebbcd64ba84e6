import { revokeInviteLink } from "@/lib/server/commands/invites/revoke-invite-link";
import { command } from "@/lib/server/http/command";

export const DELETE = command(revokeInviteLink);
