import { isOtherScript, type Press } from "./shortcut";

/** On an Apple keyboard Ctrl+K cuts a line in whatever is being written. */
const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** What opens the search is called on this keyboard. */
export const searchKeyLabel = (): string => (isApple() ? "⌘ K" : `${ctrlLabel()} K`);

/** German keyboards write it so. */
const ctrlLabel = (): string => (document.documentElement.lang === "de" ? "Strg" : "Ctrl");

/** Whether that key opens the search. Where it writes no Latin letter, its place decides, as for the keys of a room. */
export function isSearchKey({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Press): boolean {
  const isHeld = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isHeld || altKey || shiftKey || isComposing) return false;
  return isOtherScript(key) ? code === "KeyK" : key.toLowerCase() === "k";
}
