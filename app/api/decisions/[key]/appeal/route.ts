import { appealDecision } from "@/lib/server/commands/reports/appeal-decision";
import { command } from "@/lib/server/http/command";

export const POST = command(appealDecision);
