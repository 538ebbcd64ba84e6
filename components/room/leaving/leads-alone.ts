import type { RoomScene } from "@/components/room/use-room";
import { leavesNobodyInCharge } from "@/lib/client/room/leaves-nobody-in-charge";

/** Whether the room is without host and moderator once I go, while others still sit in it. */
export const leadsAlone = ({ me, view }: RoomScene): boolean => me !== null && leavesNobodyInCharge(view, me);
