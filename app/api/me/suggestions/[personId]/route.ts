import { dismissSuggestion } from "@/lib/server/commands/suggestions/dismiss-suggestion";
import { suggestAgain } from "@/lib/server/commands/suggestions/suggest-again";
import { command } from "@/lib/server/http/command";

export const DELETE = command(dismissSuggestion);
export const PUT = command(suggestAgain);
