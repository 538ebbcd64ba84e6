import { deleteLine } from "@/lib/server/commands/chat/delete-line";
import { command } from "@/lib/server/http/command";

export const DELETE = command(deleteLine);
