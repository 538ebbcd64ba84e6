import { react } from "@/lib/server/commands/chat/react";
import { command } from "@/lib/server/http/command";

export const POST = command(react);
