import { mailGuestLink } from "@/lib/server/commands/guests/mail-guest-link";
import { command } from "@/lib/server/http/command";

export const POST = command(mailGuestLink);
