import { replaceGuestLink } from "@/lib/server/commands/guests/replace-guest-link";
import { command } from "@/lib/server/http/command";

export const POST = command(replaceGuestLink);
