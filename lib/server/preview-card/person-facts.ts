import type { PersonProfile } from "@/lib/wire/people/views";
import { drawable } from "./drawable";
import type { CardFonts } from "./fonts";

/** What a picture tells of a member. `name` null: in a script that cannot be drawn. `handle` null: of nobody in particular. */
export type PersonFacts = {
  name: string | null;
  handle: string | null;
  /** The first line of what they say of themselves; empty where it cannot be drawn. */
  bio: string;
  followers: number;
  portraitSeed: number;
  /** The key of the picture that they uploaded; null while the drawn one stands in. */
  portrait: string | null;
  isNew: boolean;
};

/** The picture of whoever is not there for everybody: it says nothing, not even whether there is such a person. */
export const NOBODY: PersonFacts = {
  ...{ name: null, handle: null, bio: "", followers: 0 },
  ...{ portraitSeed: 0, portrait: null, isNew: false },
};

/** `person`: as everybody sees them. */
export function personFacts(person: PersonProfile | null, { covers }: CardFonts): PersonFacts {
  if (!person) return NOBODY;
  const shown = (text: string): string => {
    const plain = drawable(text);
    return covers(plain) ? plain : "";
  };
  const [line = ""] = person.bio.trim().split(/[\n\r\u2028\u2029]/);
  const { handle, followers, portraitSeed, portrait, isNew } = person;
  return { name: shown(person.name) || null, handle, bio: shown(line), followers, portraitSeed, portrait, isNew };
}
