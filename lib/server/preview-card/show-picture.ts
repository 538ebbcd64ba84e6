import type { ShowId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { showEpisodes } from "@/lib/server/queries/shows/show-episodes";
import { type CardWords, drawCard, type HallDrawing } from "./draw-card";
import { cardFonts } from "./fonts";
import { keptPicture } from "./kept-picture";
import { NO_SHOW, type ShowFacts, showFacts } from "./show-facts";

type Drawing = { hall: HallDrawing; words: (facts: ShowFacts, host: string) => Promise<CardWords> };

/** The picture for links to a show, as everybody sees it; of one that is not there for everybody, one that says nothing. */
export async function showPicture(slug: string, drawing: Drawing): Promise<Buffer> {
  const show = await readShow(null, { slug });
  if (!show) return drawn("no show", NO_SHOW, drawing) as Promise<Buffer>;
  const { toCome } = await showEpisodes(null, show.id as ShowId);
  const next = toCome.find(({ cancelled, scheduledFor }) => !cancelled && scheduledFor)?.scheduledFor ?? null;
  const ofShow = drawn(`show ${show.id}`, showFacts(show, next, cardFonts()), drawing);
  return (await ofShow) ?? (drawn("no show", NO_SHOW, drawing) as Promise<Buffer>);
}

function drawn(key: string, facts: ShowFacts, { hall, words }: Drawing): Promise<Buffer> | null {
  const { host } = new URL(env().PLENUM_URL);
  return keptPicture({
    key,
    facts: JSON.stringify([facts.title, facts.about, facts.next]),
    forever: facts === NO_SHOW,
    draw: async () => drawCard({ title: facts.title, status: null }, hall, await words(facts, host)),
  });
}
