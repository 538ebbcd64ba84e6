import { askForCode } from "@/lib/server/commands/ask-for-code";
import { command } from "@/lib/server/http/command";

export const POST = command(askForCode);
