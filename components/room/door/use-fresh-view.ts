import { useEffect, useState } from "react";
import { api } from "@/lib/client/api";
import type { RoomView } from "@/lib/wire/rooms/views";

/** Whoever stands at the door reads the room this often, and only while they look. */
const READ_EVERY_MS = 15_000;

/** The room as it is now, for whoever has not come in; inside, announcements carry what changes. */
export function useFreshView(initial: RoomView, inside: boolean): RoomView {
  const [read, setRead] = useState(initial);
  const roomId = initial.room.id;
  useEffect(() => {
    if (inside) return;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await api.readRoom(roomId);
      if (answer.ok) setRead(answer.value);
    }, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [roomId, inside]);
  return read.room.id === roomId && read.version >= initial.version ? read : initial;
}
