import { api } from "@/lib/client/api";
import type { RoomStatus } from "@/lib/domain/rooms/room";

type OnWaiting = {
  people: (people: number) => void;
  /** It waits no more: it is live, or was called off. Told once. */
  begun: (status: Exclude<RoomStatus, "scheduled">) => void;
};

/** Where no stream is to be had, the room itself is asked so often, more or less: a crowd does not ask in one moment. */
const ASK_EVERY_MS = 30_000;

/** Follows a planned room from its page until it begins. Returns what ends it. */
export function watchWaiting(roomId: string, on: OnWaiting): () => void {
  const events = new EventSource(`/api/rooms/${roomId}/waiting`);
  let asking: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    events.close();
    clearTimeout(asking);
  };
  const hear = (status: RoomStatus): void => {
    if (status === "scheduled") return;
    stop();
    on.begun(status);
  };
  const askSoon = (): void => {
    asking = setTimeout(
      async () => {
        const answer = await api.readRoom(roomId);
        askSoon();
        if (answer.ok) hear(answer.value.room.status);
      },
      ASK_EVERY_MS * (0.5 + Math.random()),
    );
  };
  events.onmessage = ({ data }) => {
    const { people, status }: { people: number; status: RoomStatus } = JSON.parse(data);
    on.people(people);
    hear(status);
  };
  // Refused for good, since too many wait behind this address: the browser does not come back by itself.
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED && asking === undefined) askSoon();
  };
  return stop;
}
