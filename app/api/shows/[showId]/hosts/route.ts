import { addShowHost } from "@/lib/server/commands/shows/add-show-host";
import { command } from "@/lib/server/http/command";

export const POST = command(addShowHost);
