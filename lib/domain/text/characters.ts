/** What ends a line on some system: a return, a line feed or both, what old editors and Word put there, Unicode's own. */
export const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** Tabs and the spaces of typesetting, which nobody tells from a space. Those that scripts write with are kept as typed. */
export const TYPESET_SPACE = /[\t\u2000-\u200a\u205f]/g;

/** A flag of a part of a country, as England's: a black flag, its code in tags, and the end. Every other tag is hidden text. */
export const TAGGED_FLAG_OR_TAG =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0020}-\u{e007f}]/gu;

/** Ignorable characters with an honest use in the right place; clean-text judges the place. */
const PLACED = new Set(
  [
    0x034f,
    0x061c,
    0x115f,
    0x1160,
    0x17b4,
    0x17b5,
    0x180e,
    0x200b,
    0x200c,
    0x200d,
    0x200e,
    0x200f,
    ...range(0x180b, 0x180d),
    0x180f,
    ...range(0xfe00, 0xfe0f),
    ...range(0xe0020, 0xe007f),
    ...range(0xe0100, 0xe01ef),
  ].map((point) => String.fromCodePoint(point)),
);

const NEVER =
  /[\p{Cc}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufff9-\ufffc]/gu;

/**
 * Without what has no honest use in what people say to each other: controls, halves of characters, what embeds, overrides or
 * isolates a direction, soft hyphens, stray byte-order marks, blanks that pass for letters, and characters of private use,
 * which show something else, or nothing, to everybody else. Line feeds are judged elsewhere.
 */
export const dropForbidden = (text: string): string =>
  text.replace(NEVER, (char) => (char === "\n" || PLACED.has(char) ? char : ""));

/** What needs a look at its place; all others are letters, digits and signs that stand for themselves. */
export const needsPlace = (char: string): boolean => /[\p{M}\p{Cf}\p{White_Space}\u2800\u115f\u1160]/u.test(char);

export const isVariationSelector = (char: string): boolean =>
  /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(char);

/** Khmer's inherent vowels, which old texts spell out; they are drawn as nothing. */
export const isInherentVowel = (char: string): boolean => char === "\u17b4" || char === "\u17b5";

export const isDirectionMark = (char: string): boolean => /[\u200e\u200f\u061c]/.test(char);

export const isJoiner = (char: string): boolean => char === "\u200c" || char === "\u200d";

/** A space, and the empty cell of Braille, which is its space. */
export const isBlank = (char: string): boolean => /[\p{White_Space}\u2800]/u.test(char);

/** What can carry a mark: a letter, digit, sign or symbol. */
export const isBase = (char: string): boolean => /[\p{L}\p{N}\p{P}\p{S}\p{Mc}]/u.test(char) && !isBlank(char);

/** A mark that is set above, below or around what it stands on, and so can pile up. */
export const isPilingMark = (char: string): boolean => /[\p{Mn}\p{Me}]/u.test(char);

/** A mark of no script of its own: accents, what linguists and mathematicians set on letters, and whatever encloses one. */
export const isSharedMark = (char: string): boolean => /[\p{Script=Inherited}\p{Script=Common}\p{Me}]/u.test(char);

/** Glyphs that are drawn as nothing, though Unicode counts them among the visible: Braille's empty cell, a note without a head, hieroglyphic gaps. */
const BLANK_GLYPHS = /[\u2800\u{1d159}\u{13441}\u{13442}]/gu;

/** Whether something of the text can be seen. Marks alone cannot: they need something to stand on. */
export const isVisible = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}\p{Cn}]/u.test(
    text.replace(/[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, "").replace(BLANK_GLYPHS, ""),
  );

/** A character's number as people look it up: `U+2800`. */
export const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
