import { handOver } from "@/lib/server/commands/stage/hand-over";
import { command } from "@/lib/server/http/command";

export const POST = command(handOver);
