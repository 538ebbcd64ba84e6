import { DataPacket_Kind } from "livekit-server-sdk";
import { ROOM_TOPIC, type RoomMessage } from "@/lib/wire/rooms/announcements";
import { mediaRooms } from "./api";
import { statusOf } from "./called-media";

/**
 * Sends one message on topic `room`, reliably, to everyone in the room or to some. Hidden people receive it too.
 * Answers false where LiveKit does not have the room, so that nobody could hear. Throws ServiceAway("media").
 */
export async function announce(roomId: string, message: RoomMessage, to: "everyone" | string[]): Promise<boolean> {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  const destinationIdentities = to === "everyone" ? [] : to;
  try {
    await mediaRooms().sendData(roomId, bytes, DataPacket_Kind.RELIABLE, { topic: ROOM_TOPIC, destinationIdentities });
    return true;
  } catch (fault) {
    if (statusOf(fault) === 404) return false;
    throw fault;
  }
}
