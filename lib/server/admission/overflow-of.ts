import { v7 as uuid } from "uuid";
import type { RoomId } from "@/lib/domain/ids";
import type { DoorLockedRoom } from "./lock-rooms";

/** The next overflow room of a locked main room, whose count it takes; `openOverflow` makes it. */
export function overflowOf(main: DoorLockedRoom, language = main.language): DoorLockedRoom {
  main.overflowOpened += 1;
  const empty = { openSeats: 0, stageSeats: 0, leaderSeats: 0, hostSeats: 0, keptSeats: 0 };
  const own = { id: uuid() as RoomId, mainRoomId: main.id, reserve: 0, overflowLimit: 0, language };
  return { ...main, ...empty, ...own, planned: false, overflowOpened: main.overflowOpened };
}
