import type { ClipboardEvent, InputEvent } from "react";
import { LINE_END } from "@/lib/domain/text/characters";
import { firstOf, lengthOf } from "@/lib/domain/text/length";

/** Whoever looks for something is asked about after a pause in typing, not at each letter. */
export const TYPING_PAUSE_MS = 200;

/** A browser takes line ends out of what is pasted into one line, and so glues words together: here they become spaces. */
export function pasteAsLine(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData("text/plain");
  if (text.search(LINE_END) < 0) return;
  event.preventDefault();
  const field = event.currentTarget;
  field.setRangeText(text.replace(LINE_END, " "), field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Takes no more than so many characters as readers count them; the browser's own limit counts a family of emoji as eleven. */
export const keepTo =
  (characters: number | undefined) =>
  (event: InputEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    if (characters === undefined || event.nativeEvent.isComposing || lengthOf(field.value) <= characters) return;
    field.value = firstOf(field.value, characters);
  };
