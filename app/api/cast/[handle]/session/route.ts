import { signInAsCast } from "@/lib/server/commands/sign-in/sign-in-as-cast";
import { command } from "@/lib/server/http/command";

export const POST = command(signInAsCast);
