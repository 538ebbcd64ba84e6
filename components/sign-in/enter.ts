import { seatMemory } from "@/lib/client/room/seat-memory";
import { welcomePath } from "@/lib/domain/onboarding/welcome";

/**
 * Call it before the server is asked to sign somebody in. Answers how they go on once it has, by way of the welcome that newcomers get: the whole page is loaded anew,
 * since everything on it was somebody else's view, and a room that a guest was in is joined again under the new name, in the
 * same seat. The guest's own connection may be put out of that room first, and the page then forgets it; so the room is
 * written down again as the page goes.
 */
export function readyToEnter(): (next: string) => void {
  const memory = seatMemory.read();
  return (next) => {
    if (memory) addEventListener("pagehide", () => seatMemory.keep(memory.roomId, memory.seat, true), { once: true });
    location.assign(welcomePath(next));
  };
}
