import type { Role } from "@/lib/domain/roles";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import type { Hall, PersonFace } from "./views";

/** What moves on a card from second to second. Only rooms that everyone may know of. */
export type RoomPulse = {
  id: string;
  title: string;
  status: RoomStatus;
  capacity: number;
  openSeats: number;
  stageCount: number;
  overflow: Hall[];
};

/**
 * One event of `GET /api/hallway/events`: the rooms that changed within the last second.
 * `reread` asks for `GET /api/rooms`, at leisure: something changed that this cannot say.
 */
export type HallwayPulse = { rooms: RoomPulse[]; reread: boolean };

/** Somebody the viewer follows, in a room that the viewer may know of. */
export type FollowedPerson = { person: PersonFace; role: Role; room: { id: string; title: string } };

/** Whom the viewer follows and where they are now: those on stage first. `talking` counts all who are on a stage. */
export type FollowedNow = { people: FollowedPerson[]; talking: number };
