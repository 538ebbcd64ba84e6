import { decideAppeal } from "@/lib/server/commands/reports/decide-appeal";
import { command } from "@/lib/server/http/command";

export const PUT = command(decideAppeal);
