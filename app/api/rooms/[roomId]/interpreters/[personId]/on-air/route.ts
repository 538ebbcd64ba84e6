import { leaveAir } from "@/lib/server/commands/leave-air";
import { takeAir } from "@/lib/server/commands/take-air";
import { command } from "@/lib/server/http/command";

export const POST = command(takeAir);
export const DELETE = command(leaveAir);
