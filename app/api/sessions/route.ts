import { signInWithCode } from "@/lib/server/commands/sign-in/sign-in-with-code";
import { signOut } from "@/lib/server/commands/sign-in/sign-out";
import { command } from "@/lib/server/http/command";

export const POST = command(signInWithCode);
export const DELETE = command(signOut);
