import { answerGuestInvitation } from "@/lib/server/commands/guests/answer-guest-invitation";
import { command } from "@/lib/server/http/command";

export const POST = command(answerGuestInvitation);
