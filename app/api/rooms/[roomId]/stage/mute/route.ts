import { muteAll } from "@/lib/server/commands/mute-all";
import { unlockMicrophones } from "@/lib/server/commands/unlock-microphones";
import { command } from "@/lib/server/http/command";

export const POST = command(muteAll);
export const DELETE = command(unlockMicrophones);
