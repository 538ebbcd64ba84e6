import { setTimeout as sleep } from "node:timers/promises";
import { forgetMediaRoom } from "@/lib/media/api";
import { deleteMediaRoom } from "@/lib/media/mirror";

/** The last line of an ended room gets this long to arrive before LiveKit hangs up. */
const LAST_LINE_MS = 400;

/** Ends a room in LiveKit, once its people have been told. Throws ServiceAway("media"). */
export async function endMediaRoom(roomId: string): Promise<void> {
  await sleep(LAST_LINE_MS);
  await deleteMediaRoom(roomId);
  forgetMediaRoom(roomId);
}
