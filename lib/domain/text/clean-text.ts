import {
  dropForbidden,
  isBase,
  isBlank,
  isDirectionMark,
  isInherentVowel,
  isJoiner,
  isPilingMark,
  isSharedMark,
  isVariationSelector,
  LINE_END,
  needsPlace,
  TAGGED_FLAG_OR_TAG,
  TYPESET_SPACE,
} from "./characters";
import { keepsFiller, keepsJoiner, keepsWordSpace } from "./joiners";

/** More marks on one letter no script needs: Tibetan stacks seven signs below one. */
const MAX_MARKS = 8;

/** Of accents that belong to no script. Greek with breathing, accent, length and iota has four. */
const MAX_SHARED_MARKS = 4;

/** Of the same mark. */
const MAX_SAME_MARKS = 2;

/**
 * Text as somebody wrote it, without what keyboards, clipboards and other systems add to it, and without what fools or
 * harms who reads it. Nothing else is changed: it is not brought into a normal form, since that would rewrite names
 * (Japanese ones in compatibility ideographs, Hebrew in the order it is typed). At most `lines` line ends are kept, two in a
 * row; with 0 it is one line. Cleaning twice changes nothing more. Never throws.
 */
export function cleanText(raw: string, lines = 0): string {
  const plain = raw.replace(LINE_END, "\n").replace(TYPESET_SPACE, " ");
  const kept = dropForbidden(plain).replace(TAGGED_FLAG_OR_TAG, (_, flag?: string) => flag ?? "");
  return trimBlanks(fewerLines(keepWhatIsInPlace(kept), lines).replace(/(\p{Zs}{2})\p{Zs}+/gu, "$1"));
}

/** Most of what is written in Latin letters, where nothing has to be looked at one by one. */
const ALL_PLAIN = /^[\n -~\u00a1-\u00ac\u00ae-\u02ff]*$/;

/** Keeps joiners, selectors and marks only where they do what they are for. */
function keepWhatIsInPlace(text: string): string {
  if (ALL_PLAIN.test(text)) return text;
  const chars = [...text];
  const kept: string[] = [];
  let carrier: Carrier = "nothing";
  let marks = new Map<string, number>();
  for (const [place, char] of chars.entries()) {
    if (!needsPlace(char)) {
      kept.push(char);
      carrier = "letter";
      if (marks.size > 0) marks = new Map();
    } else if (isPilingMark(char) && !isPlacedFormat(char)) {
      if (mayCarry(carrier, marks, char)) kept.push(char);
    } else if (/\p{Mc}/u.test(char)) {
      // A mark that stands beside its letter piles nothing up, and frees no room for more on it.
      kept.push(char);
      carrier = "letter";
    } else if (!isPlacedFormat(char)) {
      carrier = carrierOf(char, carrier);
      kept.push(char);
      if (marks.size > 0) marks = new Map();
    } else if (isInPlace(char, kept.at(-1) ?? "", chars[place + 1] ?? "")) {
      kept.push(char);
    }
  }
  return kept.join("");
}

/** Characters that are seen by what they do to their neighbours alone. */
const isPlacedFormat = (char: string): boolean =>
  isVariationSelector(char) ||
  isDirectionMark(char) ||
  isJoiner(char) ||
  isInherentVowel(char) ||
  /[\u180e\u200b\u115f\u1160]/.test(char);

function isInPlace(char: string, prev: string, next: string): boolean {
  if (isVariationSelector(char)) return isBase(prev);
  if (isDirectionMark(char)) return !isDirectionMark(prev);
  if (isJoiner(char)) return keepsJoiner(char, prev, next);
  if (char === "\u200b") return keepsWordSpace(prev, next);
  if (isInherentVowel(char)) return /\p{Script=Khmer}/u.test(prev) && !isInherentVowel(prev);
  if (char === "\u180e") return /\p{Script=Mongolian}/u.test(prev);
  return keepsFiller(prev, next);
}

/**
 * What a mark would stand on. A space carries one: so Arabic and Hebrew write a sign that belongs to no letter, and so faces
 * are made, as in `( ͡° ͜ʖ ͡°)`. A space before all else carries none, since it is trimmed.
 */
type Carrier = "letter" | "space" | "nothing";

function carrierOf(char: string, before: Carrier): Carrier {
  if (isBase(char)) return "letter";
  return before !== "nothing" && (char === " " || char === "\u00a0") ? "space" : "nothing";
}

/** Counts the mark where there is room for it. */
function mayCarry(carrier: Carrier, marks: Map<string, number>, mark: string): boolean {
  if (carrier === "nothing" || (carrier === "space" && marks.size > 0)) return false;
  const same = marks.get(mark) ?? 0;
  let all = 0;
  let shared = 0;
  for (const [one, count] of marks) {
    all += count;
    if (isSharedMark(one)) shared += count;
  }
  if (same >= MAX_SAME_MARKS || all >= MAX_MARKS || (isSharedMark(mark) && shared >= MAX_SHARED_MARKS)) return false;
  marks.set(mark, same + 1);
  return true;
}

function fewerLines(text: string, lines: number): string {
  if (!text.includes("\n")) return text;
  let left = lines;
  const [first = "", ...others] = text.split("\n").map(trimEnd);
  let empty = 0;
  let written = first;
  for (const line of others) {
    empty++;
    if (line === "") continue;
    const ends = Math.min(empty, 2, left);
    left -= ends;
    written += (ends > 0 ? "\n".repeat(ends) : " ") + line;
    empty = 0;
  }
  return written;
}

function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isBlank(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

function trimBlanks(text: string): string {
  let start = 0;
  const end = trimEnd(text).length;
  while (start < end && isBlank(text.charAt(start))) start++;
  return text.slice(start, end);
}
