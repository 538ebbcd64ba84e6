import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import { GOING_LIVE_CHANNEL } from "./tell-going-live";

/** `missed`: somebody may have gone live while nobody listened. */
type Word = "went_live" | "missed";
type Hub = Map<PersonId, Set<(word: Word) => void>>;

/** Calls `tell` whenever somebody whom this person follows goes live and they are told of it. Returns what ends the watching. */
export function watchGoingLive(personId: PersonId, tell: (word: Word) => void): () => void {
  const hub = oncePerProcess("goingLiveHub", openHub);
  const watchers = hub.get(personId) ?? new Set();
  hub.set(personId, watchers.add(tell));
  return () => {
    watchers.delete(tell);
    if (watchers.size === 0 && hub.get(personId) === watchers) hub.delete(personId);
  };
}

/** One question a process for everybody who looks at a page. */
function openHub(): Hub {
  const hub: Hub = new Map();
  listen(GOING_LIVE_CHANNEL, (payload) => {
    if (payload === null) for (const watchers of hub.values()) for (const tell of watchers) tell("missed");
    const [personId, roomId] = payload?.split(" ") ?? [];
    const who = toId<PersonId>(personId);
    const where = toId<RoomId>(roomId);
    if (!who || !where || hub.size === 0) return;
    toldOfGoingLive([...hub.keys()], { personId: who, roomId: where })
      .then((told) => {
        for (const id of told) for (const tell of hub.get(id) ?? []) tell("went_live");
      })
      .catch((fault: unknown) => log().debug({ err: fault }, "nobody was told that somebody went live"));
  });
  return hub;
}
