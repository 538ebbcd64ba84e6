import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { channelSettings } from "@/lib/client/channel/channel-settings";
import { useChannelSettings } from "./use-channel";

const STEP = 5;

/** How loud those who speak are beneath the interpreter. */
export function FloorSlider() {
  const t = useTranslations("interpreting");
  const { floor } = useChannelSettings();
  const percent = Math.round(floor * 100);
  const locksOut = useVolumeIgnored();
  return (
    <label className="flex flex-col gap-1">
      <span className="flex justify-between gap-4 text-sm font-semibold">
        {t("level")}
        <span aria-hidden="true" className="tabular-nums text-soft">
          {percent} %
        </span>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => channelSettings.change({ floor: target.valueAsNumber / 100 })}
        className="h-11 w-full accent-ink"
      />
      <span className="text-sm text-soft">{t(locksOut ? "lockScreen" : "levelHint")}</span>
    </label>
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
