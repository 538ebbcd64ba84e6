import { leaveSeat } from "@/lib/server/commands/seats/leave-seat";
import { takeSeat } from "@/lib/server/commands/seats/take-seat";
import { command } from "@/lib/server/http/command";

/** The web process's node:http entry calls this very handler, ahead of Next. */
export const POST = command(takeSeat);

export const DELETE = command(leaveSeat);
