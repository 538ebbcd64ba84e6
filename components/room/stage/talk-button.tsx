import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useHold } from "./use-hold";
import { useStageActs } from "./use-stage-acts";

type TalkButtonProps = { on: boolean; small?: boolean };

/** Push-to-talk: heard only while it is held. `small`: where there is no room for words. */
export function TalkButton({ on, small = false }: TalkButtonProps) {
  const t = useTranslations("room");
  const { talk } = useStageActs();
  const Icon = on ? Mic : MicOff;
  const label = t(on ? "talking" : "holdToTalk");
  return (
    <Button
      {...useHold(talk)}
      look={on ? "plain" : "act"}
      size={small ? "dockIcon" : "dock"}
      aria-label={small ? label : undefined}
      aria-pressed={on}
      aria-keyshortcuts={small ? undefined : "Space"}
      data-testid={small ? "bar-microphone" : "microphone"}
      data-on={on}
      className={small ? "touch-none" : "min-w-12 flex-1 touch-none sm:max-w-48"}
    >
      <Icon className={on ? "size-5 text-light-ink" : "size-5"} aria-hidden="true" />
      {!small && <span className="max-w-full truncate @max-[9.5rem]:sr-only">{label}</span>}
    </Button>
  );
}
