import { useInviteLink } from "@/lib/server/commands/use-invite-link";
import { command } from "@/lib/server/http/command";

export const POST = command(useInviteLink);
