import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Segments } from "@/components/ui/segments";
import { NOISE_CHOICES, type NoiseChoice, soundSettings } from "@/lib/client/sound/sound-settings";
import { DeviceSelect } from "./device-select";
import { Loudspeaker } from "./loudspeaker";
import { MicrophoneCheck } from "./microphone-check";
import { useCheck } from "./use-check";
import { useDevices } from "./use-devices";
import { useSoundSettings } from "./use-sound-settings";

/** The devices of somebody who may speak, a test of them, and how they are heard. Only in a browser: a server has no devices. */
export function Speaking() {
  const t = useTranslations("sound");
  const { inputId, music, pushToTalk, noise } = useSoundSettings();
  const check = useCheck();
  const { inputs } = useDevices();
  return (
    <>
      <DeviceSelect
        id="microphone"
        label={t("microphone")}
        devices={inputs}
        chosen={inputId}
        onChoose={(chosen) => soundSettings.change({ inputId: chosen })}
      />
      <MicrophoneCheck check={check} />
      <div className="flex flex-col gap-1">
        <Switch
          text={t("pushToTalk")}
          hint={t("pushToTalkHint")}
          on={pushToTalk}
          onSwitch={(on) => soundSettings.change({ pushToTalk: on })}
        />
        <Switch
          text={t("music")}
          hint={t("musicHint")}
          on={music}
          onSwitch={(on) => soundSettings.change({ music: on })}
        />
      </div>
      {!music && <NoiseSuppression chosen={noise} />}
      <Loudspeaker />
    </>
  );
}

function NoiseSuppression({ chosen }: { chosen: NoiseChoice }) {
  const t = useTranslations("sound");
  const [state, setState] = useState<"hint" | "loading" | "unavailable">("hint");
  const choose = async (noise: NoiseChoice): Promise<void> => {
    setState(noise === "rnnoise" ? "loading" : "hint");
    try {
      if (noise === "rnnoise") await (await import("@/lib/client/sound/noise-suppressor")).loadNoiseSuppressor();
      soundSettings.change({ noise });
      setState("hint");
    } catch {
      soundSettings.change({ noise: "browser" });
      setState("unavailable");
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Segments
        name="noise"
        label={t("noise.label")}
        chosen={chosen}
        options={NOISE_CHOICES.map((value) => ({ value, text: t(`noise.${value}`) }))}
        onChoose={(value) => void choose(value)}
      />
      <p role="status" className="px-2 text-sm text-soft">
        {t(`noise.${state}`)}
      </p>
    </div>
  );
}

type SwitchProps = { text: string; hint: string; on: boolean; onSwitch: (on: boolean) => void };

function Switch({ text, hint, on, onSwitch }: SwitchProps) {
  return (
    <Checkbox name={text} checked={on} onSwitch={onSwitch}>
      <span className="block font-medium">{text}</span>
      <span className="block text-sm text-soft">{hint}</span>
    </Checkbox>
  );
}
