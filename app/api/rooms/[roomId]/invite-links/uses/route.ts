import { useInviteLink } from "@/lib/server/commands/invites/use-invite-link";
import { command } from "@/lib/server/http/command";

export const POST = command(useInviteLink);
