/** Scripts whose letters neither join nor break by a joiner. In all others it is how words are spelt. */
const WITHOUT_JOINING =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Cherokee}\p{Script=Ethiopic}\p{Script=Common}\p{Default_Ignorable_Code_Point}]/u;

/** Scripts that are written without spaces: their keyboards type an empty one where a line may break. */
const WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Tham}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Cham}\p{Script=Sundanese}]/u;

const CONJOINING = /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/;

/** Whether a joiner does something here: inside words of scripts that use them, or between two emoji. */
export function keepsJoiner(joiner: string, prev: string, next: string): boolean {
  if (joiner === "\u200d" && endsEmoji(prev) && /\p{Extended_Pictographic}/u.test(next)) return true;
  return joins(prev, /[\p{L}\p{M}]/u) || joins(next, /\p{L}/u);
}

/** Whether an empty space may stand here: beside a letter of a script that is written without spaces, and only one. */
export const keepsWordSpace = (prev: string, next: string): boolean =>
  prev !== "\u200b" && (WITHOUT_SPACES.test(prev) || (WITHOUT_SPACES.test(next) && /\p{L}/u.test(next)));

/** Whether a filler of Korean stands for the missing part of a syllable. */
export const keepsFiller = (prev: string, next: string): boolean => CONJOINING.test(prev) || CONJOINING.test(next);

const joins = (char: string, kind: RegExp): boolean => kind.test(char) && !WITHOUT_JOINING.test(char);

const endsEmoji = (char: string): boolean =>
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u{e007f}/u.test(char);
