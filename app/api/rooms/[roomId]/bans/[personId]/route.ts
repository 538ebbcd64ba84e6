import { liftBan } from "@/lib/server/commands/lift-ban";
import { removePerson } from "@/lib/server/commands/remove-person";
import { command } from "@/lib/server/http/command";

export const PUT = command(removePerson);
export const DELETE = command(liftBan);
