import { revokeInviteCode } from "@/lib/server/commands/invite-codes/revoke-invite-code";
import { command } from "@/lib/server/http/command";

export const DELETE = command(revokeInviteCode);
