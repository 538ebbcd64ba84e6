import { useSyncExternalStore } from "react";
import { volumeWorks, watchVolume } from "@/lib/client/sound/volume-works";

/** Whether a slider of a volume does anything here, now. */
export const useVolumeWorks = (): boolean => useSyncExternalStore(watchVolume, volumeWorks, () => true);
