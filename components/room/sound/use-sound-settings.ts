import { useSyncExternalStore } from "react";
import { type SoundSettings, soundSettings } from "@/lib/client/sound/sound-settings";

/** How this browser hears and speaks. */
export const useSoundSettings = (): SoundSettings =>
  useSyncExternalStore(soundSettings.watch, soundSettings.state, soundSettings.serverState);
