import { planEpisode } from "@/lib/server/commands/shows/plan-episode";
import { command } from "@/lib/server/http/command";

export const POST = command(planEpisode);
