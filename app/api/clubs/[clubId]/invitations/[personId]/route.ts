import { withdrawInvitation } from "@/lib/server/commands/clubs/withdraw-invitation";
import { command } from "@/lib/server/http/command";

export const DELETE = command(withdrawInvitation);
