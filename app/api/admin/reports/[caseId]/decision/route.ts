import { decideCase } from "@/lib/server/commands/reports/decide-case";
import { command } from "@/lib/server/http/command";

export const PUT = command(decideCase);
