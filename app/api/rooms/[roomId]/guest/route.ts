import { becomeGuest } from "@/lib/server/commands/seats/become-guest";
import { command } from "@/lib/server/http/command";

export const POST = command(becomeGuest);
