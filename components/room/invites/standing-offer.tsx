import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/room/banner";
import { useStageActs } from "@/components/room/stage/use-stage-acts";
import { Button } from "@/components/ui/button";

/** For whoever came by a link for speakers: the stage is theirs when they like. Only the tap moves them. */
export function StandingOffer() {
  const { acceptOffer } = useStageActs();
  const t = useTranslations("invitations");
  const offer = useTranslations("room.offer");
  const [joining, setJoining] = useState(false);
  const join = async (): Promise<void> => {
    setJoining(true);
    await acceptOffer();
    setJoining(false);
  };
  return (
    <Banner look="act" title={t("standing")} text={offer("text")} brief>
      <Button look="act" busy={joining} onClick={join}>
        {offer("join")}
      </Button>
    </Banner>
  );
}
