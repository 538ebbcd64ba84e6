import { useEffect, useSyncExternalStore } from "react";
import { type KeyLabels, keyLabels } from "@/lib/client/keyboard/key-labels";

/** What the keys of a room show on this person's keyboard. */
export function useKeyLabels(): KeyLabels {
  useEffect(() => void keyLabels.look(), []);
  return useSyncExternalStore(keyLabels.watch, keyLabels.state, keyLabels.state);
}
