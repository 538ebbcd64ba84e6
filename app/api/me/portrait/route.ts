import { removePortrait } from "@/lib/server/commands/people/remove-portrait";
import { setPortrait } from "@/lib/server/commands/people/set-portrait";
import { command } from "@/lib/server/http/command";

export const PUT = command(setPortrait);
export const DELETE = command(removePortrait);
