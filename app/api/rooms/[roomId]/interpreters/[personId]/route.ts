import { assignInterpreter } from "@/lib/server/commands/assign-interpreter";
import { chooseSource } from "@/lib/server/commands/choose-source";
import { endInterpreter } from "@/lib/server/commands/end-interpreter";
import { command } from "@/lib/server/http/command";

export const PUT = command(assignInterpreter);
export const PATCH = command(chooseSource);
export const DELETE = command(endInterpreter);
