import { declineInvitation } from "@/lib/server/commands/clubs/decline-invitation";
import { command } from "@/lib/server/http/command";

export const DELETE = command(declineInvitation);
