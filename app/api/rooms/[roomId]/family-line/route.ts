import { speakToAll } from "@/lib/server/commands/family/speak-to-all";
import { command } from "@/lib/server/http/command";

export const POST = command(speakToAll);
