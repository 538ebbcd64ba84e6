import { mute } from "@/lib/server/commands/stage/mute";
import { unmuteSelf } from "@/lib/server/commands/stage/unmute-self";
import { command } from "@/lib/server/http/command";

export const POST = command(mute);
export const DELETE = command(unmuteSelf);
