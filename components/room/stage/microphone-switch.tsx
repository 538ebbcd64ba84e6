import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useStageActs } from "./use-stage-acts";

/** The microphone where there is no room for words. */
export function MicrophoneSwitch({ on, busy }: { on: boolean; busy: boolean }) {
  const t = useTranslations("room");
  const { switchMicrophone } = useStageActs();
  const Icon = on ? Mic : MicOff;
  const label = t(busy ? "askingMicrophone" : on ? "mute" : "unmute");
  return (
    <Button
      look={on ? "plain" : "act"}
      size="dockIcon"
      busy={busy}
      onClick={switchMicrophone}
      aria-label={label}
      title={label}
      data-testid="bar-microphone"
      data-on={on}
    >
      {!busy && <Icon className="size-5" aria-hidden="true" />}
    </Button>
  );
}
