import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { EPISODE_NEWS } from "@/lib/domain/notifications/episode-news";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { toldOfEpisodeNews } from "@/lib/server/queries/notifications/told-of-episode-news";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import { PersonWatchers } from "./person-watchers";
import { EPISODE_NEWS_CHANNEL } from "./tell-episode-news";
import { GOING_LIVE_CHANNEL } from "./tell-going-live";

/** `missed`: there may have been something while nobody listened. */
type Word = "news" | "missed";

/**
 * Calls `tell` whenever somebody whom this person follows goes live, or there is news of an episode that is told to many, and they are
 * told of it. Returns what ends the watching.
 */
export const watchNews = (personId: PersonId, tell: (word: Word) => void): (() => void) =>
  oncePerProcess("newsHub", openHub).add(personId, tell);

/** One question a process for everybody who looks at a page. */
function openHub(): PersonWatchers<Word> {
  const hub = new PersonWatchers<Word>();
  const hear = (channel: string, toldOf: (payload: string, people: PersonId[]) => Promise<PersonId[]>) =>
    listen(channel, (payload) => {
      if (payload === null) return hub.tellAll("missed");
      toldOf(payload, hub.people())
        .then((told) => {
          for (const id of told) hub.tell(id, "news");
        })
        .catch((fault: unknown) => log().debug({ err: fault, channel }, "nobody was told of news"));
    });
  hear(GOING_LIVE_CHANNEL, async (payload, people) => {
    const [who, where] = payload.split(" ");
    const personId = toId<PersonId>(who);
    const roomId = toId<RoomId>(where);
    return personId && roomId ? toldOfGoingLive(people, { personId, roomId }) : [];
  });
  hear(EPISODE_NEWS_CHANNEL, async (payload, people) => {
    const [where, sequence, news] = payload.split(" ");
    const roomId = toId<RoomId>(where);
    const kind = EPISODE_NEWS.find((known) => known === news);
    return roomId && kind ? toldOfEpisodeNews(people, { roomId, sequence: Number(sequence), kind }) : [];
  });
  return hub;
}
