import { askForCode } from "@/lib/server/commands/ask-for-code";

export const POST = askForCode;
