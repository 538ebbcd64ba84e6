import { joinClub } from "@/lib/server/commands/clubs/join-club";
import { leaveClub } from "@/lib/server/commands/clubs/leave-club";
import { command } from "@/lib/server/http/command";

export const POST = command(joinClub);
export const DELETE = command(leaveClub);
