import { useTranslations } from "next-intl";
import { soundSettings } from "@/lib/client/sound/sound-settings";
import { DeviceSelect } from "./device-select";
import { useDevices } from "./use-devices";
import { useSoundSettings } from "./use-sound-settings";

/** Some browsers leave the loudspeaker to the system; then there is nothing to choose. */
export function Loudspeaker() {
  const t = useTranslations("sound");
  const { outputId } = useSoundSettings();
  const { outputs } = useDevices();
  const mayChoose = "setSinkId" in HTMLMediaElement.prototype;
  if (!mayChoose) return <p className="text-sm text-soft">{t("systemLoudspeaker")}</p>;
  return (
    <DeviceSelect
      id="loudspeaker"
      label={t("loudspeaker")}
      hint={t("headphones")}
      devices={outputs}
      chosen={outputId}
      onChoose={(chosen) => soundSettings.change({ outputId: chosen })}
    />
  );
}
