import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PercentSlider } from "@/components/ui/percent-slider";
import { channelSettings } from "@/lib/client/interpreting/channel-settings";
import { useChannelSettings } from "./use-channel";

/** How loud those who speak are beneath the interpreter. */
export function FloorSlider() {
  const t = useTranslations("interpreting");
  const { floor } = useChannelSettings();
  const locksOut = useVolumeIgnored();
  return (
    <PercentSlider
      label={t("level")}
      hint={t(locksOut ? "lockScreen" : "levelHint")}
      level={floor}
      onLevel={(level) => channelSettings.change({ floor: level })}
    />
  );
}

/** Whether this browser ignores how loud an element is to be (iPhones): sound between the two ends then stops with the screen locked. */
function useVolumeIgnored(): boolean {
  const [ignored, setIgnored] = useState(false);
  useEffect(() => {
    const probe = document.createElement("audio");
    probe.volume = 0.5;
    setIgnored(probe.volume !== 0.5);
  }, []);
  return ignored;
}
