import { useCallback } from "react";
import { voiceLevels } from "@/lib/client/sound/voice-levels";

/** A ref that draws a person's voice on its element: `--level` from 0 to 1, and `data-speaking`. */
export function useLevel(personId: string): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element) => (element ? voiceLevels.drawOn(personId, element) : undefined), [personId]);
}
