import { leaveAir } from "@/lib/server/commands/interpreting/leave-air";
import { takeAir } from "@/lib/server/commands/interpreting/take-air";
import { command } from "@/lib/server/http/command";

export const POST = command(takeAir);
export const DELETE = command(leaveAir);
