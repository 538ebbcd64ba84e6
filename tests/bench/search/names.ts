/** Names as they are in a city: few first names are many people's, last names are of parts as German ones are. */
const FIRST =
  `Anna Maria Thomas Max Jonas Lena Lea Paul Peter Michael Sarah Laura Jan Tim Lukas Mia Emma Ben Noah Elias Felix Marie
Martin Markus Ursula Jürgen Günter Käthe Björn Søren James John Mary Patricia Robert Jennifer David Linda William Elizabeth Ines Zoë
François Łukasz Ömer Ayşe Yusuf Fatma Olga Ivan Nadia Karim Aylin Mehmet Chiara Luca Giulia Marco Sofia Pedro Inês João Carmen Diego`.split(
    /\s+/,
  );

const STARTS = "Kr Sch M B St W H K L N R T F G Sp Br Gr Tr Kl Schw D P Z V Fl".split(" ");
const VOWELS = "a e i o u ü ä ö ei au".split(" ");
const MIDDLES = "ll rm nd ck tt g ss lt nn b l m r t ff ß rn rd".split(" ");
const ENDS = "er mann el e en ke ing hoff berg stein bach ner".split(" ");

export const firstNames = FIRST;

export const lastNames = STARTS.flatMap((start) =>
  VOWELS.flatMap((vowel) => MIDDLES.flatMap((middle) => ENDS.map((end) => start + vowel + middle + end))),
);

/** The plain reference folds for itself: letters without accents, "ue" as "u", ß as ss. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([aou])e/g, "$1");

export const wordsOf = (name: string, handle: string): string[] => [
  ...new Set([...folded(`${name} ${handle}`).split(/[^a-z0-9]+/), folded(handle).replaceAll("_", "")]),
];

/** Whether one letter too many, too few, another one, or two that changed places make one word of the other. */
export function isOneMistakeFrom(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  return (
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    rest(one, 1) === rest(other, 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2))
  );
}
