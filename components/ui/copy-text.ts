/**
 * Copies a text. Pages without https have no clipboard, and some browsers refuse it; there the text is marked and copied the
 * old way. `box`: where it stands already. Answers whether it is copied; where not, a given box stays marked, for the hand.
 */
export async function copyText(text: string, box: HTMLInputElement | null = null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyMarked(text, box);
  }
}

function copyMarked(text: string, box: HTMLInputElement | null): boolean {
  const before = document.activeElement;
  const marked = box ?? makeBox(text);
  marked.focus();
  marked.select();
  const done = document.execCommand("copy");
  if (marked === box) return done;
  marked.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Inside an open dialog where there is one: nothing behind it can be marked. */
function makeBox(text: string): HTMLInputElement {
  const box = document.createElement("input");
  box.value = text;
  box.readOnly = true;
  box.className = "sr-only";
  (document.querySelector("dialog:modal") ?? document.body).append(box);
  return box;
}
