import { removeShowPicture } from "@/lib/server/commands/shows/remove-show-picture";
import { setShowPicture } from "@/lib/server/commands/shows/set-show-picture";
import { command } from "@/lib/server/http/command";

export const PUT = command(setShowPicture);
export const DELETE = command(removeShowPicture);
