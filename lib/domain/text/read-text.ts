import { granted, type RefusalFacts, refused } from "@/lib/domain/ruling";
import { codePoint, isBlank, isVisible } from "./characters";
import { cleanText } from "./clean-text";
import { bytesOf, lengthOf, maxBytes } from "./length";

/** What a field takes. `needed`: something must be seen. `max`: in characters as readers count them. `lines`: line ends kept. */
export type TextRule = { needed: boolean; max: number; lines: number };

/** In UTF-16 units, a family with skin tones and what a clipboard adds to a text. */
const LONGEST_CHARACTER = 24;
const SPARE = 1_000;

/** Why a text cannot be taken, for the answer and for the screen. */
export type TextRefusal = "too_short" | "nothing_to_see" | "too_long";

type TextRuling = { ok: true; value: string } | { ok: false; refusal: TextRefusal; facts?: RefusalFacts };

/**
 * A text as the field takes it: cleaned, and refused only where nothing of it can be seen or it is too long. `nothing_to_see`
 * names the first character that shows nothing; `too_long` says how long it is and may be. Both sides of the wire ask this.
 */
export function readText(raw: string, { needed, max, lines }: TextRule): TextRuling {
  // What is so long before it is cleaned is not worth the cleaning.
  if (raw.length > max * LONGEST_CHARACTER + SPARE) return refused("too_long", { max });
  const text = cleanText(raw, lines);
  if (needed && !isVisible(text)) {
    const blank = [...raw].find((char) => !isBlank(char) || char === "\u2800");
    return blank === undefined ? refused("too_short") : refused("nothing_to_see", { character: codePoint(blank) });
  }
  const bytes = bytesOf(text);
  if (bytes > maxBytes(max)) return refused("too_long", { bytes, maxBytes: maxBytes(max) });
  const length = lengthOf(text);
  return length > max ? refused("too_long", { length, max }) : granted(text);
}
