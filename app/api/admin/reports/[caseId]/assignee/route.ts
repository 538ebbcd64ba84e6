import { takeCase } from "@/lib/server/commands/reports/take-case";
import { command } from "@/lib/server/http/command";

export const PUT = command(takeCase);
