import { lowerHand } from "@/lib/server/commands/lower-hand";
import { raiseHand } from "@/lib/server/commands/raise-hand";
import { command } from "@/lib/server/http/command";

export const POST = command(raiseHand);
export const DELETE = command(lowerHand);
