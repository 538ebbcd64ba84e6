import { fileReport } from "@/lib/server/commands/reports/file-report";
import { command } from "@/lib/server/http/command";

export const POST = command(fileReport);
