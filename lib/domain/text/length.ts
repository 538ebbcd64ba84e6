const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How much of a text is cut at once: the time to cut a long one grows faster than the text. */
const WINDOW = 256;

/** What may be more than one code point to a reader, or part of one. */
const JOINS =
  /[\p{M}\p{Cf}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]/u;

/** How many characters a reader counts: a family of emoji is one, and so is a letter with its marks. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of charactersOf(text)) length++;
  return length;
}

/** The first so many of them. */
export function firstOf(text: string, length: number): string {
  let taken = "";
  let count = 0;
  for (const character of charactersOf(text)) {
    if (++count > length) break;
    taken += character;
  }
  return taken;
}

function* charactersOf(text: string): Generator<string> {
  if (!JOINS.test(text)) return yield* text;
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const found = [...segmenter.segment(text.slice(from, from + size))];
    // The last one may go on behind the window.
    if (from + size < text.length) found.pop();
    if (found.length === 0) size *= 2;
    for (const { segment } of found) {
      yield segment;
      from += segment.length;
      size = WINDOW;
    }
  }
}

/** What a text weighs in a message and in the database. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A short text weighs more a character than a long one, since a whole name may be of emoji, and all of it must fit one announcement. */
const BYTES_A_CHARACTER = 16;
const LIGHT_BYTES = 4_000;

/** The most that a text of so many characters may weigh. */
export const maxBytes = (length: number): number =>
  Math.max(4 * length, Math.min(BYTES_A_CHARACTER * length, LIGHT_BYTES));
