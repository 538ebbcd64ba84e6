import EyeOff from "lucide-react/icons/eye-off";
import { useTranslations } from "next-intl";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { hallwayApi } from "@/lib/client/hallway/hallway-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { RoomCard } from "@/lib/wire/hallway/views";

type HideRoomProps = { card: RoomCard; away: () => void; back: () => void };

/** Takes a card away at a tap, for good, unless it is taken back. */
export function HideRoom({ card: { id, title }, away, back }: HideRoomProps) {
  const t = useTranslations("hallway");
  const common = useTranslations("common");
  const attempt = useAttempt();
  const hide = async () => {
    away();
    if (!(await attempt(hallwayApi.hideRoom(id)))) return back();
    const run = () => {
      back();
      void attempt(hallwayApi.showRoomAgain(id));
    };
    toast(t("hidden", { title: isolated(title) }), { text: common("undo"), run });
  };
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={t("hide", { title: isolated(title) })}
      className="text-soft"
      onClick={hide}
    >
      <EyeOff className="size-4" aria-hidden="true" />
    </Button>
  );
}
