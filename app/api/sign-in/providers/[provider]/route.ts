import { signInWithProvider } from "@/lib/server/commands/sign-in-with-provider";

export const POST = signInWithProvider;
