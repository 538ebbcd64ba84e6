import { confirmName } from "@/lib/server/commands/people/confirm-name";
import { command } from "@/lib/server/http/command";

export const POST = command(confirmName);
