import { mute } from "@/lib/server/commands/mute";
import { unmuteSelf } from "@/lib/server/commands/unmute-self";
import { command } from "@/lib/server/http/command";

export const POST = command(mute);
export const DELETE = command(unmuteSelf);
