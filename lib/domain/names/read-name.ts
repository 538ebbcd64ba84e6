import { type RefusalFacts, refused } from "@/lib/domain/ruling";
import { codePoint } from "@/lib/domain/text/characters";
import { readText, type TextRefusal } from "@/lib/domain/text/read-text";
import { isNameOfRank } from "./ranks";

/** Longest name, in characters as readers count them. */
export const MAX_NAME = 60;

/** Ticks, crowns, shields, flags and medals that pass for a mark of the house beside a name, and what is drawn like a tick. */
const BADGES =
  /[\u221a\u23b7\uaa9c\u2654\u2655\u265a\u265b\u{1f451}\u237b\u2611\u2690\u2691\u2705\u2713\u2714\u2bbd\u2fbc\u{10102}\u{1f396}\u{1f3c5}\u{1f4db}\u{1f530}\u{1f5f8}\u{1f5f9}\u{1f6e1}\u{1f6c2}\u{1faaa}\u{1f197}][\ufe0e\ufe0f]?/gu;

type NameRuling =
  | { ok: true; value: string }
  | { ok: false; refusal: TextRefusal | "name_of_rank"; facts?: RefusalFacts };

/**
 * A person's name as others may see it: a clean line without badges. Refused where nothing of it can be seen, where it is
 * too long, or where it would pass for somebody who runs the place.
 */
export function readName(raw: string): NameRuling {
  const [badge] = raw.match(BADGES) ?? [];
  const read = readText(raw.replace(BADGES, ""), { needed: true, max: MAX_NAME, lines: 0 });
  if (!read.ok && badge && read.refusal === "too_short") {
    return refused("nothing_to_see", { character: codePoint(badge) });
  }
  if (!read.ok) return read;
  return isNameOfRank(read.value) ? refused("name_of_rank") : read;
}
