import { invite } from "@/lib/server/commands/invites/invite";
import { command } from "@/lib/server/http/command";

export const POST = command(invite);
