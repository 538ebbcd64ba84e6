import { endCalendarKey } from "@/lib/server/commands/reminders/end-calendar-key";
import { makeCalendarKey } from "@/lib/server/commands/reminders/make-calendar-key";
import { command } from "@/lib/server/http/command";

export const PUT = command(makeCalendarKey);
export const DELETE = command(endCalendarKey);
