import { changeRole } from "@/lib/server/commands/stage/change-role";
import { moveToAudience } from "@/lib/server/commands/stage/move-to-audience";
import { command } from "@/lib/server/http/command";

export const PATCH = command(changeRole);
export const DELETE = command(moveToAudience);
