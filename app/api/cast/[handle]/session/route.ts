import { signInAsCast } from "@/lib/server/commands/sign-in-as-cast";

export const POST = signInAsCast;
