import { pickHand } from "@/lib/server/commands/hands/pick-hand";
import { unpickHand } from "@/lib/server/commands/hands/unpick-hand";
import { command } from "@/lib/server/http/command";

export const PUT = command(pickHand);
export const DELETE = command(unpickHand);
