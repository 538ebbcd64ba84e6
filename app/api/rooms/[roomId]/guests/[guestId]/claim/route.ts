import { answerGuestClaim } from "@/lib/server/commands/guests/answer-guest-claim";
import { command } from "@/lib/server/http/command";

export const PUT = command(answerGuestClaim);
