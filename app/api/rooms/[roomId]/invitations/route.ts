import { invite } from "@/lib/server/commands/invite";
import { command } from "@/lib/server/http/command";

export const POST = command(invite);
