import { endRoomAsAdmin } from "@/lib/server/commands/admin/end-room-as-admin";
import { command } from "@/lib/server/http/command";

export const DELETE = command(endRoomAsAdmin);
