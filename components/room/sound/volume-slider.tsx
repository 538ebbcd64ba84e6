import { useTranslations } from "next-intl";
import { PercentSlider } from "@/components/ui/percent-slider";
import { soundSettings, withVolume } from "@/lib/client/sound/sound-settings";
import type { PersonFace } from "@/lib/wire/people/views";
import { useSoundSettings } from "./use-sound-settings";

/** How loud I hear somebody; nobody else notices. */
export function VolumeSlider({ person }: { person: PersonFace }) {
  const t = useTranslations("sound");
  const { volumes } = useSoundSettings();
  return (
    <PercentSlider
      label={t("volume")}
      hint={t("volumeHint")}
      level={volumes[person.id] ?? 1}
      onLevel={(level) => soundSettings.change({ volumes: withVolume(volumes, person.id, level) })}
    />
  );
}
