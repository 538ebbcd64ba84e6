import { leadHall } from "@/lib/server/commands/family/lead-hall";
import { command } from "@/lib/server/http/command";

export const POST = command(leadHall);
