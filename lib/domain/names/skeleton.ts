import { CONFUSABLES } from "./confusables";

/** What is drawn the same as a pair, or one for the other, once case is gone. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/[i1|!]/g, "l"],
  [/0/g, "o"],
];

/** Letters in boxes and discs, and those that flags are made of where they make none: each with the code of its A. */
const BOXED: readonly (readonly [RegExp, number])[] = [
  [/[\u{1f150}-\u{1f169}]/gu, 0x1f150],
  [/[\u{1f170}-\u{1f189}]/gu, 0x1f170],
  [/(?<!\p{Regional_Indicator})\p{Regional_Indicator}(?!\p{Regional_Indicator})/gu, 0x1f1e6],
];

/** A name with its letters out of their boxes, discs and other finery, which Unicode counts as symbols. */
export const unboxed = (name: string): string =>
  BOXED.reduce(
    (text, [letters, first]) =>
      text.replace(letters, (letter) => String.fromCharCode(65 + (letter.codePointAt(0) ?? first) - first)),
    name,
  ).normalize("NFKC");

/**
 * What a name looks like: two names with the same skeleton pass for each other. Letters of all scripts become those they look
 * like (UTS 39), without case, marks, spaces, signs and symbols; where no letter is left, the signs are compared. Never
 * shown to anybody.
 */
export function skeleton(name: string): string {
  const letters = plainLetters([...plainLetters(unboxed(name))].map((char) => CONFUSABLES.get(char) ?? char).join(""));
  const folded = [...letters.toLowerCase()].map((char) => CONFUSABLES.get(char) ?? char).join("");
  const seen = folded || name.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{White_Space}]/gu, "");
  return SAME.reduce((text, [pair, one]) => text.replace(pair, one), seen);
}

/** A name in each case: letters that differ when small may look alike when large. */
export const skeletonsOf = (name: string): readonly string[] => [
  skeleton(name),
  skeleton(name.toLowerCase()),
  skeleton(name.toUpperCase()),
];

/** Whether one name passes for the other, by the skeletons of both. */
export const looksLike = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((look) => other.includes(look));

/** What only draws out the letters beside it, in Arabic and N'Ko. */
const STRETCH = /[\u0640\u07fa]/g;

const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{White_Space}]/gu, "")
    .replace(STRETCH, "")
    .replace(/[^\p{L}\p{N}]/gu, (sign) => (CONFUSABLES.has(sign) || sign === "|" || sign === "!" ? sign : ""));
