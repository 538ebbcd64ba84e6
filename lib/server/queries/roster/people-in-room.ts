import type { RoomId } from "@/lib/domain/ids";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { PeopleAsked } from "@/lib/wire/roster/inputs";
import { findInRoom } from "./find-in-room";
import { namesInRoom } from "./names-in-room";
import { roomRoster } from "./room-roster";

/** Finds people of a room, on stage or off it. Nobody outside it is found: the table of all people is not searched. */
export async function peopleInRoom({ room, stage }: RoomView, asked: PeopleAsked): Promise<PersonFace[]> {
  const roomId = room.id as RoomId;
  const { seats } = await roomRoster(roomId);
  const here = [...new Set([...stage.map(({ id }) => id), ...seats.map(({ personId }) => personId)])];
  if ("id" in asked) return here.includes(asked.id) ? facesOf([asked.id]) : [];
  return facesOf(findInRoom(await namesInRoom(roomId, here), asked.q));
}
