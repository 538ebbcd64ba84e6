import { muteAll } from "@/lib/server/commands/stage/mute-all";
import { unlockMicrophones } from "@/lib/server/commands/stage/unlock-microphones";
import { command } from "@/lib/server/http/command";

export const POST = command(muteAll);
export const DELETE = command(unlockMicrophones);
