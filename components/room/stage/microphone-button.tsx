import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import { useTranslations } from "next-intl";
import { useKeyLabels } from "@/components/room/keyboard/use-key-labels";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { usePushToTalk } from "@/components/room/sound/use-push-to-talk";
import { Button } from "@/components/ui/button";
import { TalkButton } from "./talk-button";
import { useStageActs } from "./use-stage-acts";

/** Speak or fall silent. The first press asks for the microphone; one that a moderator took is asked back. */
export function MicrophoneButton() {
  const scene = useRoomScene();
  const { switchMicrophone } = useStageActs();
  const t = useTranslations("room");
  const { microphone } = useSession();
  const keys = useKeyLabels();
  const muted = scene.mine?.seat?.muted ?? false;
  const on = microphone === "on" && !muted;
  if (usePushToTalk(muted)) return <TalkButton on={on} />;
  return (
    <Button
      look={on ? "plain" : "act"}
      busy={microphone === "asking"}
      onClick={switchMicrophone}
      aria-keyshortcuts={keys.microphone}
      data-testid="microphone"
      data-on={on}
      size="dock"
      className="min-w-12 flex-1 sm:max-w-48"
    >
      {microphone !== "asking" &&
        (on ? (
          <Mic className="size-5 text-light-ink" aria-hidden="true" />
        ) : (
          <MicOff className="size-5" aria-hidden="true" />
        ))}
      <span className="max-w-full truncate @max-[9.5rem]:sr-only">
        {t(microphone === "asking" ? "askingMicrophone" : on ? "mute" : "unmute")}
      </span>
    </Button>
  );
}
