import { publishEpisode } from "@/lib/server/commands/shows/publish-episode";
import { command } from "@/lib/server/http/command";

export const PUT = command(publishEpisode);
