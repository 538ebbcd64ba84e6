import { askForShowMail } from "@/lib/server/commands/reminders/ask-for-show-mail";
import { command } from "@/lib/server/http/command";

export const POST = command(askForShowMail);
