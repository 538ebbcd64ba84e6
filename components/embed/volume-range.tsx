import Volume2 from "lucide-react/icons/volume-2";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { pageVolume } from "@/lib/client/browser/page-volume";

/** How loud the frame plays, beside all else that its page plays. */
export function VolumeRange() {
  const t = useTranslations("embed");
  const level = useSyncExternalStore(pageVolume.watch, pageVolume.state, pageVolume.serverState);
  const percent = Math.round(level * 100);
  return (
    <label className="flex min-w-32 flex-1 items-center gap-2">
      <Volume2 className="size-5 shrink-0 text-soft" aria-hidden="true" />
      <span className="sr-only">{t("volume")}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => pageVolume.change(target.valueAsNumber / 100)}
        className="h-11 w-full min-w-0 accent-ink"
      />
    </label>
  );
}
