import { declineHand } from "@/lib/server/commands/hands/decline-hand";
import { command } from "@/lib/server/http/command";

export const DELETE = command(declineHand);
