import { useSyncExternalStore } from "react";
import { voiceLevels } from "@/lib/client/sound/voice-levels";

const NOBODY: readonly string[] = [];

/** The ids of the people who speak now. */
export const useSpeaking = (): readonly string[] =>
  useSyncExternalStore(voiceLevels.watch, voiceLevels.speaking, () => NOBODY);
