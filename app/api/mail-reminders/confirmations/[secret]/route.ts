import { confirmMailReminder } from "@/lib/server/commands/reminders/confirm-mail-reminder";
import { command } from "@/lib/server/http/command";

export const POST = command(confirmMailReminder);
