import { lowerHand } from "@/lib/server/commands/hands/lower-hand";
import { raiseHand } from "@/lib/server/commands/hands/raise-hand";
import { command } from "@/lib/server/http/command";

export const POST = command(raiseHand);
export const DELETE = command(lowerHand);
