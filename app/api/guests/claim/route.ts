import { claimGuestInvitation } from "@/lib/server/commands/guests/claim-guest-invitation";
import { command } from "@/lib/server/http/command";

export const POST = command(claimGuestInvitation);
