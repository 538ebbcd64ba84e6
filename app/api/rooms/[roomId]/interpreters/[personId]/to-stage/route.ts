import { turnToBooth } from "@/lib/server/commands/interpreting/turn-to-booth";
import { turnToStage } from "@/lib/server/commands/interpreting/turn-to-stage";
import { command } from "@/lib/server/http/command";

export const POST = command(turnToStage);
export const DELETE = command(turnToBooth);
