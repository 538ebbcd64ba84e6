/** What a key does in a room. `talk`: speak while it is held. */
export type Shortcut = "microphone" | "talk" | "hand" | "sound" | "help";

/** The part of a KeyboardEvent that says which key it was. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing"
> & {
  /** 229 while an input method has the key. */
  keyCode: number;
  getModifierState: (modifier: string) => boolean;
};

/** The letter, and where it lies on a Latin keyboard. */
export const LETTERS = {
  microphone: { letter: "m", code: "KeyM" },
  hand: { letter: "h", code: "KeyH" },
  sound: { letter: "s", code: "KeyS" },
} as const satisfies Partial<Record<Shortcut, { letter: string; code: string }>>;

type LetterShortcut = keyof typeof LETTERS;

const TAKEN_BY_INPUT_METHOD = 229;

/** Question marks, as keyboards of other scripts write them. */
const QUESTION_MARKS = new Set(["?", "؟", "՞", "፧", "⸮"]);

/**
 * Which shortcut a key is, on any keyboard. Where it writes a Latin letter, that letter decides, wherever it lies (AZERTY, QWERTZ,
 * Dvorak); where it writes another script's, the place decides, since there is no M to press. Signs decide nothing: on AZERTY
 * a comma lies at the place of M. Null with Ctrl, Alt, AltGr or the system's key held, and while an input method composes. Pure.
 */
export function shortcutOf(press: Press): Shortcut | null {
  if (isComposed(press) || isModified(press)) return null;
  if (isSpace(press)) return "talk";
  const key = plain(press.key);
  if (QUESTION_MARKS.has(key)) return "help";
  const is = isOtherScript(key)
    ? ({ code }: { code: string }) => code === press.code
    : ({ letter }: { letter: string }) => letter === key;
  const found = (Object.keys(LETTERS) as LetterShortcut[]).find((name) => is(LETTERS[name]));
  if (found) return found;
  // Thai, Hindi and others lay a letter of their own where Latin keyboards have the question mark.
  return isOtherScript(key) && press.code === "Slash" && press.shiftKey ? "help" : null;
}

/** The space bar, by whatever kind of space it writes. */
export const isSpace = ({ key, code }: Pick<Press, "key" | "code">): boolean => code === "Space" || plain(key) === " ";

/** What presses a button: space, or either Enter. */
export const isPressing = (press: Pick<Press, "key" | "code">): boolean => isSpace(press) || press.key === "Enter";

/** Whether that key writes a letter, or a mark upon one, of another script than the Latin one. `key` as KeyboardEvent says it. */
export const isOtherScript = (key: string): boolean =>
  /[\p{L}\p{M}]/u.test(key) && !/\p{Script=Latin}/u.test(key.normalize("NFKC"));

/** Full width and capitals are the same key. */
const plain = (key: string): string => key.normalize("NFKC").toLowerCase();

const isComposed = ({ isComposing, keyCode, key }: Press): boolean =>
  isComposing || keyCode === TAKEN_BY_INPUT_METHOD || key === "Process" || key === "Dead";

const isModified = (press: Press): boolean =>
  press.ctrlKey || press.altKey || press.metaKey || press.getModifierState("AltGraph");
