import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useVolumeWorks } from "@/components/room/sound/use-volume-works";
import { PercentSlider } from "@/components/ui/percent-slider";
import { channelSettings } from "@/lib/client/interpreting/channel-settings";
import { volumeIsIgnored } from "@/lib/client/sound/volume-ignored";
import { useChannelSettings } from "./use-channel";

/** Whether this device lets the room be turned down beneath the interpreter. */
export function useFloorWorks(): boolean {
  const { floor } = useChannelSettings();
  return useVolumeWorks() || floor === 0;
}

/** How loud the speakers are beneath the interpreter. */
export function FloorSlider() {
  const t = useTranslations("interpreting");
  const { floor } = useChannelSettings();
  const [ignored, setIgnored] = useState(false);
  useEffect(() => setIgnored(volumeIsIgnored()), []);
  return (
    <PercentSlider
      label={t("level")}
      hint={t(ignored ? "lockScreen" : "levelHint")}
      level={floor}
      onLevel={(level) => channelSettings.change({ floor: level })}
    />
  );
}
