import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import { PersonWatchers } from "./person-watchers";
import { GOING_LIVE_CHANNEL } from "./tell-going-live";

/** `missed`: somebody may have gone live while nobody listened. */
type Word = "went_live" | "missed";

/** Calls `tell` whenever somebody whom this person follows goes live and they are told of it. Returns what ends the watching. */
export const watchGoingLive = (personId: PersonId, tell: (word: Word) => void): (() => void) =>
  oncePerProcess("goingLiveHub", openHub).add(personId, tell);

/** One question a process for everybody who looks at a page. */
function openHub(): PersonWatchers<Word> {
  const hub = new PersonWatchers<Word>();
  listen(GOING_LIVE_CHANNEL, (payload) => {
    if (payload === null) return hub.tellAll("missed");
    const [personId, roomId] = payload.split(" ");
    const who = toId<PersonId>(personId);
    const where = toId<RoomId>(roomId);
    if (!who || !where) return;
    toldOfGoingLive(hub.people(), { personId: who, roomId: where })
      .then((told) => {
        for (const id of told) hub.tell(id, "went_live");
      })
      .catch((fault: unknown) => log().debug({ err: fault }, "nobody was told that somebody went live"));
  });
  return hub;
}
