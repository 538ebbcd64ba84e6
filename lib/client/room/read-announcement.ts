import type { RoomMessage } from "@/lib/wire/rooms/announcements";

/** Our own server wrote it, so its shape is trusted; what cannot be read is skipped, and the next heartbeat shows the gap. */
export function readAnnouncement(payload: Uint8Array): RoomMessage {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as RoomMessage;
  } catch {
    return [];
  }
}
