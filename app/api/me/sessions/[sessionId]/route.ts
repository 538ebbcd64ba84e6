import { endSession } from "@/lib/server/commands/account/end-session";
import { command } from "@/lib/server/http/command";

export const DELETE = command(endSession);
