import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PercentSlider } from "@/components/ui/percent-slider";
import { soundSettings, withVolume } from "@/lib/client/sound/sound-settings";
import type { PersonFace } from "@/lib/wire/people/views";
import { useSoundSettings } from "./use-sound-settings";
import { useVolumeWorks } from "./use-volume-works";

/** How loud I hear somebody; nobody else notices. Where this device plays all as loud as they come, only who is silenced can be heard again. */
export function VolumeSlider({ person }: { person: PersonFace }) {
  const t = useTranslations("sound");
  const { volumes } = useSoundSettings();
  const works = useVolumeWorks();
  const level = volumes[person.id] ?? 1;
  const change = (next: number): void => soundSettings.change({ volumes: withVolume(volumes, person.id, next) });
  if (!works) return level === 0 ? <Button onClick={() => change(1)}>{t("hearPerson")}</Button> : null;
  return <PercentSlider label={t("volume")} hint={t("volumeHint")} level={level} onLevel={change} />;
}
