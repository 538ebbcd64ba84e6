import type { ShowView } from "@/lib/wire/shows/views";
import { drawable } from "./drawable";
import type { CardFonts } from "./fonts";

/** What a picture tells of a show. `title` null: of no show in particular, or in a script that cannot be drawn. */
export type ShowFacts = { title: string | null; about: string; next: string | null };

/** The picture of a show that is not there for everybody: it says nothing, not even whether there is one. */
export const NO_SHOW: ShowFacts = { title: null, about: "", next: null };

/** `show`: as everybody sees it. `next`: when its next episode is. */
export function showFacts(show: ShowView | null, next: string | null, { covers }: CardFonts): ShowFacts {
  if (!show) return NO_SHOW;
  const shown = (text: string): string => {
    const plain = drawable(text);
    return covers(plain) ? plain : "";
  };
  const [line = ""] = show.description.trim().split(/[\n\r\u2028\u2029]/);
  return { title: shown(show.title) || null, about: shown(line), next };
}
