import { HANDS_A_PAGE } from "@/lib/domain/hands/hand";
import { can } from "@/lib/domain/permissions";
import type { MineView } from "@/lib/wire/rooms/mine";

/**
 * Whether more of the queue is needed than is held: by somebody who has just come to lead the room, or because its first
 * page has been answered half empty while more hands are up.
 */
export function needsMoreHands({ seat, hands, handTotals }: Pick<MineView, "seat" | "hands" | "handTotals">): boolean {
  if (!hands || !handTotals) return seat !== null && can(seat, "readHands");
  return hands.length < Math.min(HANDS_A_PAGE / 2, handTotals.waiting + handTotals.parked);
}
