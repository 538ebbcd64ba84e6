import { publishShow } from "@/lib/server/commands/shows/publish-show";
import { command } from "@/lib/server/http/command";

export const PUT = command(publishShow);
