import { sayGoodbye } from "@/lib/server/commands/seats/say-goodbye";
import { command } from "@/lib/server/http/command";

export const POST = command(sayGoodbye);
