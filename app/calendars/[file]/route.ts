import { writeCalendar } from "@/lib/server/calendar/write-calendar";
import { feedAnswer, newest } from "@/lib/server/http/feed-answer";
import { ownerOfCalendar } from "@/lib/server/queries/reminders/calendar-key";
import { myEpisodes } from "@/lib/server/queries/reminders/episode-calendar";

type Context = { params: Promise<{ file: string }> };

/** Somebody's own calendar, `KEY.ics`, for whoever has the key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const key = /^(.+)\.ics$/.exec(file)?.[1] ?? "";
  return feedAnswer(
    request,
    async () => {
      const owner = await ownerOfCalendar(key);
      if (!owner) return null;
      const episodes = await myEpisodes(owner.id);
      const text = writeCalendar(`Plenum: ${owner.name}`, episodes);
      return { text, type: "text/calendar", changedAt: newest(episodes.map((episode) => episode.changedAt)) };
    },
    { mine: true },
  );
}
