/** A shorter word is as near to a dozen others as to the one that was meant. */
const SHORTEST = 3;

/** Letters of each script that somebody may have left out or struck by mistake. A word is tried with those of its own script. */
const ALPHABETS: readonly (readonly [script: RegExp, letters: string])[] = [
  [/[a-z0-9]/, "abcdefghijklmnopqrstuvwxyz"],
  [/\p{Script=Cyrillic}/u, "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"],
  [/\p{Script=Greek}/u, "αβγδεζηθικλμνξοπρστυφχψω"],
  [/\p{Script=Hebrew}/u, "אבגדהוזחטיכלמנסעפצקרשת"],
  [/\p{Script=Arabic}/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى"],
];

/**
 * Every word that one mistake of the hand away from this one could have been meant: a letter too many, too few, another one,
 * or two that changed places (Damerau-Levenshtein distance 1). `word` is folded already. Empty for words of fewer than three
 * letters. Pure.
 */
export function withOneMistake(word: string): string[] {
  const letters = [...word];
  if (letters.length < SHORTEST) return [];
  const alphabet = ALPHABETS.flatMap(([script, all]) => (script.test(word) ? [...all] : []));
  const meant = new Set<string>();
  for (let place = 0; place <= letters.length; place++) {
    const before = letters.slice(0, place).join("");
    const [here = "", next = "", ...rest] = letters.slice(place);
    const behind = next + rest.join("");
    if (here !== "") meant.add(before + behind);
    if (next !== "") meant.add(before + next + here + rest.join(""));
    for (const letter of alphabet) {
      meant.add(before + letter + here + behind);
      if (here !== "") meant.add(before + letter + behind);
    }
  }
  meant.delete(word);
  return [...meant];
}
