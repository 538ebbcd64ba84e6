import { deleteMessage } from "@/lib/server/commands/chat/delete-message";
import { command } from "@/lib/server/http/command";

export const DELETE = command(deleteMessage);
