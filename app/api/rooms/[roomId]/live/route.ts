import { goLive } from "@/lib/server/commands/rooms/go-live";
import { command } from "@/lib/server/http/command";

export const POST = command(goLive);
