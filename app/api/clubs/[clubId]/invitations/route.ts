import { inviteToClub } from "@/lib/server/commands/clubs/invite-to-club";
import { command } from "@/lib/server/http/command";

export const POST = command(inviteToClub);
