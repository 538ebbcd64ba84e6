import { seePing } from "@/lib/server/commands/invites/see-ping";
import { command } from "@/lib/server/http/command";

export const DELETE = command(seePing);
