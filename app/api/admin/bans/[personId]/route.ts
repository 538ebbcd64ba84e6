import { banEverywhere } from "@/lib/server/commands/admin/ban-everywhere";
import { liftInstanceBan } from "@/lib/server/commands/admin/lift-instance-ban";
import { command } from "@/lib/server/http/command";

export const PUT = command(banEverywhere);
export const DELETE = command(liftInstanceBan);
