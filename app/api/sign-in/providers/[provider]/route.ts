import { signInWithProvider } from "@/lib/server/commands/sign-in/sign-in-with-provider";
import { command } from "@/lib/server/http/command";

export const POST = command(signInWithProvider);
