import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useModerationActs } from "@/components/room/moderation/use-moderation-acts";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import type { HandView } from "@/lib/wire/hands/views";
import { useHandActs } from "./use-hand-acts";

/** For those who lead the stage that a hand asks for: up with them, or down with the hand. */
export function AnswerHand({ hand: { person } }: { hand: HandView }) {
  const t = useTranslations("room");
  const said = useSaid();
  const { offerStage } = useModerationActs();
  const { declineHand } = useHandActs();
  return (
    <>
      <Button size="small" onClick={() => offerStage(person)} aria-label={t("inviteName", { name: said(person) })}>
        {t("invite")}
      </Button>
      <Button
        look="quiet"
        size="icon"
        onClick={() => declineHand(person)}
        aria-label={t("declineName", { name: said(person) })}
      >
        <X className="size-4" aria-hidden="true" />
      </Button>
    </>
  );
}
