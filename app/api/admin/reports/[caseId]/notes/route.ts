import { noteCase } from "@/lib/server/commands/reports/note-case";
import { command } from "@/lib/server/http/command";

export const POST = command(noteCase);
