import { rateLanguage } from "@/lib/server/commands/interpreting/rate-language";
import { command } from "@/lib/server/http/command";

export const PUT = command(rateLanguage);
