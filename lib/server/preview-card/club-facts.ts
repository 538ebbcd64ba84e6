import type { ClubView } from "@/lib/wire/clubs/views";
import { drawable } from "./drawable";
import type { CardFonts } from "./fonts";

/** What a picture tells of a club. `title` null: of no club in particular, or in a script that cannot be drawn. */
export type ClubFacts = {
  title: string | null;
  /** The first line of what it says of itself; empty where it cannot be drawn. */
  about: string;
  members: number;
};

/** The picture of a club that is not there for everybody: it says nothing, not even whether there is one. */
export const NO_CLUB: ClubFacts = { title: null, about: "", members: 0 };

/** `club`: as everybody sees it. */
export function clubFacts(club: ClubView | null, { covers }: CardFonts): ClubFacts {
  if (!club) return NO_CLUB;
  const shown = (text: string): string => {
    const plain = drawable(text);
    return covers(plain) ? plain : "";
  };
  const [line = ""] = club.description.trim().split(/[\n\r\u2028\u2029]/);
  return { title: shown(club.name) || null, about: shown(line), members: club.members };
}
