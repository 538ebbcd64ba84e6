import { removeShowHost } from "@/lib/server/commands/shows/remove-show-host";
import { command } from "@/lib/server/http/command";

export const DELETE = command(removeShowHost);
