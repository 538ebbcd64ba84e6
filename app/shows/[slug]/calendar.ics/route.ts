import { writeCalendar } from "@/lib/server/calendar/write-calendar";
import { feedAnswer, newest } from "@/lib/server/http/feed-answer";
import { episodesOfShow } from "@/lib/server/queries/reminders/episode-calendar";
import { publicShow } from "@/lib/server/queries/reminders/show-feed";

type Context = { params: Promise<{ slug: string }> };

/** A show's episodes, to be subscribed to; the same for everybody who asks. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return feedAnswer(request, async () => {
    const show = await publicShow(slug);
    if (!show) return null;
    const episodes = await episodesOfShow(show.id);
    const changedAt = newest(episodes.map((episode) => episode.changedAt));
    return { text: writeCalendar(show.title, episodes), type: "text/calendar", changedAt, fileName: "show.ics" };
  });
}
