import { askForCode } from "@/lib/server/commands/sign-in/ask-for-code";
import { command } from "@/lib/server/http/command";

export const POST = command(askForCode);
