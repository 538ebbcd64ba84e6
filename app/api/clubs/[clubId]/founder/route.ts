import { passOnClub } from "@/lib/server/commands/clubs/pass-on-club";
import { command } from "@/lib/server/http/command";

export const PUT = command(passOnClub);
