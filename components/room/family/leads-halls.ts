import type { RoomScene } from "@/components/room/use-room";

/** Whether there is a family to lead from here: a main hall that may overflow, or has. */
export const leadsHalls = ({ may, view: { room, halls } }: RoomScene): boolean =>
  may("readHalls") && room.family === null && (room.overflowRooms > 0 || halls.length > 1);
