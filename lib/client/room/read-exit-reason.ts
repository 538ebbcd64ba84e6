import { api } from "@/lib/client/api";

/** `movedTo`: the room of the same family that one's seat is in. `gone`: why is not known; the door may let one back in. */
type ExitReason = "removed" | "moved" | "gone" | { movedTo: string };

/** Why the media server has put this page out of a room. */
export async function readExitReason(roomId: string): Promise<ExitReason> {
  const mine = await api.readMine(roomId);
  if (!mine.ok) return mine.code === "not_found" ? "removed" : "gone";
  const { barred, movedTo, seat } = mine.value;
  if (barred) return "removed";
  if (movedTo) return { movedTo };
  return seat === null ? "moved" : "gone";
}
