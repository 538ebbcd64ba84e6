import { assignInterpreter } from "@/lib/server/commands/interpreting/assign-interpreter";
import { chooseSource } from "@/lib/server/commands/interpreting/choose-source";
import { endInterpreter } from "@/lib/server/commands/interpreting/end-interpreter";
import { command } from "@/lib/server/http/command";

export const PUT = command(assignInterpreter);
export const PATCH = command(chooseSource);
export const DELETE = command(endInterpreter);
