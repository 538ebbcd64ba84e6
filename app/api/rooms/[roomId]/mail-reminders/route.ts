import { askForEpisodeMail } from "@/lib/server/commands/reminders/ask-for-episode-mail";
import { command } from "@/lib/server/http/command";

export const POST = command(askForEpisodeMail);
