import { liftBan } from "@/lib/server/commands/moderation/lift-ban";
import { removePerson } from "@/lib/server/commands/moderation/remove-person";
import { command } from "@/lib/server/http/command";

export const PUT = command(removePerson);
export const DELETE = command(liftBan);
