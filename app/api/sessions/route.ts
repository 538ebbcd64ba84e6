import { signInWithCode } from "@/lib/server/commands/sign-in-with-code";
import { signOut } from "@/lib/server/commands/sign-out";

export const POST = signInWithCode;
export const DELETE = signOut;
