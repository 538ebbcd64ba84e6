import { openLanguageHall } from "@/lib/server/commands/family/open-language-hall";
import { command } from "@/lib/server/http/command";

export const POST = command(openLanguageHall);
