import { useTranslations } from "next-intl";
import { soundSettings, withVolume } from "@/lib/client/sound-settings";
import type { PersonFace } from "@/lib/wire/views";
import { useSoundSettings } from "./use-sound-settings";

const STEP = 5;

/** How loud I hear somebody; nobody else notices. */
export function VolumeSlider({ person }: { person: PersonFace }) {
  const t = useTranslations("sound");
  const { volumes } = useSoundSettings();
  const percent = Math.round((volumes[person.id] ?? 1) * 100);
  return (
    <label className="flex flex-col gap-1">
      <span className="flex justify-between gap-4 font-semibold">
        {t("volume")}
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
        onChange={({ target }) =>
          soundSettings.change({ volumes: withVolume(volumes, person.id, target.valueAsNumber / 100) })
        }
        className="h-11 w-full accent-ink"
      />
      <span className="text-sm text-soft">{t("volumeHint")}</span>
    </label>
  );
}
