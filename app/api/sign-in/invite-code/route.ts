import { bringInviteCode } from "@/lib/server/commands/sign-in/bring-invite-code";
import { command } from "@/lib/server/http/command";

export const POST = command(bringInviteCode);
