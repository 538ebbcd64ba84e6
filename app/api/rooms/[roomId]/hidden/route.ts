import { hideRoom } from "@/lib/server/commands/hallway/hide-room";
import { showRoomAgain } from "@/lib/server/commands/hallway/show-room-again";
import { command } from "@/lib/server/http/command";

export const PUT = command(hideRoom);
export const DELETE = command(showRoomAgain);
