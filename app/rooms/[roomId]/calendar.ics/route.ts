import { type RoomId, toId } from "@/lib/domain/ids";
import { writeCalendar } from "@/lib/server/calendar/write-calendar";
import { feedAnswer } from "@/lib/server/http/feed-answer";
import { oneEpisode } from "@/lib/server/queries/reminders/episode-calendar";

type Context = { params: Promise<{ roomId: string }> };

/** One episode for a calendar, the same for everybody who asks. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const roomId = toId<RoomId>((await params).roomId);
  return feedAnswer(request, async () => {
    const episode = roomId && (await oneEpisode(roomId));
    if (!episode) return null;
    const text = writeCalendar(episode.title, [episode]);
    return { text, type: "text/calendar", changedAt: episode.changedAt, fileName: "episode.ics" };
  });
}
