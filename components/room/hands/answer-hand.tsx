import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import type { HandView } from "@/lib/wire/hands/views";

/** For those who lead the stage that a hand asks for: up with them, or down with the hand. */
export function AnswerHand({ hand: { person }, acts }: { hand: HandView; acts: Acts }) {
  const t = useTranslations("room");
  const said = useSaid();
  return (
    <>
      <Button size="small" onClick={() => acts.offerStage(person)} aria-label={t("inviteName", { name: said(person) })}>
        {t("invite")}
      </Button>
      <Button
        look="quiet"
        size="icon"
        onClick={() => acts.declineHand(person)}
        aria-label={t("declineName", { name: said(person) })}
      >
        <X className="size-4" aria-hidden="true" />
      </Button>
    </>
  );
}
