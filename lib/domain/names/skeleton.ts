import { CONFUSABLES } from "./confusables";

/** What is drawn the same as a pair, or one for the other, once case is gone. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/[i1|!]/g, "l"],
  [/0/g, "o"],
];

/**
 * What a name looks like: two names with the same skeleton pass for each other. Letters of all scripts become those they look
 * like (UTS 39), without case, marks, spaces, signs and symbols; where no letter is left, the signs are compared. Never
 * shown to anybody.
 */
export function skeleton(name: string): string {
  const letters = plainLetters([...plainLetters(name)].map((char) => CONFUSABLES.get(char) ?? char).join(""));
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

const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{White_Space}]/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, (sign) => (CONFUSABLES.has(sign) || sign === "|" || sign === "!" ? sign : ""));
