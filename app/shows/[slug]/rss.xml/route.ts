import { env } from "@/lib/env";
import { writeRss } from "@/lib/server/calendar/write-rss";
import { feedAnswer } from "@/lib/server/http/feed-answer";
import { feedItems, publicShow } from "@/lib/server/queries/reminders/show-feed";

type Context = { params: Promise<{ slug: string }> };

/** A show's episodes as RSS, with what can be taken along of them as a podcast; the same for everybody who asks. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return feedAnswer(request, async () => {
    const show = await publicShow(slug);
    if (!show) return null;
    const [url, feedUrl] = [addressOf(`/shows/${show.slug}`), addressOf(`/shows/${show.slug}/rss.xml`)];
    const image = addressOf(`/shows/${show.slug}/card.png`);
    const items = await feedItems(show.id);
    // Of what was edited later no moment is known: the tag alone tells.
    return { text: writeRss({ ...show, url, feedUrl, image, items }), type: "application/rss+xml", changedAt: null };
  });
}

const addressOf = (path: string): string => new URL(path, env().PLENUM_URL).href;
