import { banFromInstance } from "@/lib/server/commands/admin/ban-from-instance";
import { liftInstanceBan } from "@/lib/server/commands/admin/lift-instance-ban";
import { command } from "@/lib/server/http/command";

export const PUT = command(banFromInstance);
export const DELETE = command(liftInstanceBan);
