import { joinChannel } from "@/lib/server/commands/interpreting/join-channel";
import { command } from "@/lib/server/http/command";

export const POST = command(joinChannel);
