import { endWelcome } from "@/lib/server/commands/onboarding/end-welcome";
import { command } from "@/lib/server/http/command";

export const DELETE = command(endWelcome);
