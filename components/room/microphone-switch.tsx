import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";

/** The microphone where there is no room for words. */
export function MicrophoneSwitch({ on, onSwitch }: { on: boolean; onSwitch: () => void }) {
  const t = useTranslations("room");
  const Icon = on ? Mic : MicOff;
  return (
    <button
      type="button"
      onClick={onSwitch}
      aria-label={t(on ? "mute" : "unmute")}
      className={`${buttonClass(on ? "plain" : "act", "icon")} size-12!`}
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  );
}
