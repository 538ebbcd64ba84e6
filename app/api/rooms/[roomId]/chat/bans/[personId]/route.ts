import { letBackIntoChat } from "@/lib/server/commands/chat/let-back-into-chat";
import { removeFromChat } from "@/lib/server/commands/chat/remove-from-chat";
import { command } from "@/lib/server/http/command";

export const PUT = command(removeFromChat);
export const DELETE = command(letBackIntoChat);
