import { useEffect, useState } from "react";
import { roster } from "@/lib/client/roster/roster";
import { assignPlaces } from "./places";

/** Announcements carry counts only; who sits where is read this often, spread over the same time, while the map is seen. */
const READ_EVERY_MS = 5_000;

export type Seats = { places: Map<string, number>; followed: Set<string>; state: "loading" | "ready" | "failed" };

const NONE: Seats = { places: new Map(), followed: new Set(), state: "loading" };

/** The audience on their places, and the people in it that I follow. Nobody moves while others come and go. */
export function useSeats(roomId: string, capacity: number): Seats {
  const [seats, setSeats] = useState(NONE);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const read = async (): Promise<void> => {
      if (!document.hidden) {
        const [list, followed] = await Promise.all([roster.readSeats(roomId), roster.readFollowed(roomId)]);
        if (gone) return;
        setSeats((before) => ({
          places: list.ok ? assignPlaces(before.places, list.value.people, capacity) : before.places,
          followed: followed.ok ? new Set(followed.value.people) : before.followed,
          state: list.ok ? "ready" : before.state === "ready" ? "ready" : "failed",
        }));
      }
      timer = setTimeout(read, READ_EVERY_MS * (0.5 + Math.random()));
    };
    void read();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [roomId, capacity]);
  return seats;
}
