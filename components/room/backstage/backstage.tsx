import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { GuestDesk } from "@/components/guests/guest-desk";
import { Banner } from "@/components/room/banner";
import { useNow } from "@/components/room/clock/use-now";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { toast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";

/** Behind the stage: that nobody else hears it, how long it is still, and for who leads the way out to everyone. */
export function Backstage({ mayGoLive }: { mayGoLive: boolean }) {
  const { room } = useRoomScene().view;
  const t = useTranslations("guests.backstage");
  const common = useTranslations("common");
  const { step, ask, stay, goLive } = useGoingLive(room.id);
  const [desk, setDesk] = useState(false);
  const begins = useBegins(room.scheduledFor);
  return (
    <div data-testid="backstage" className="mt-4">
      <Banner look="act" title={t("title")} text={`${t("text")} ${begins}`}>
        {mayGoLive && (
          <>
            <Button onClick={() => setDesk(true)}>{t("guests")}</Button>
            <Button look="act" onClick={ask}>
              {t("goLive")}
            </Button>
          </>
        )}
      </Banner>
      <Dialog open={desk} onClose={() => setDesk(false)} title={t("guests")} closeLabel={common("close")}>
        {desk && <GuestDesk episodeId={room.id} />}
      </Dialog>
      <Dialog open={step !== "idle"} onClose={stay} title={t("askTitle")} closeLabel={common("close")}>
        <p className="text-soft">{t("askText")}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="act" busy={step === "going"} onClick={goLive} className="flex-1">
            {t("goLive")}
          </Button>
          <Button onClick={stay} className="flex-1">
            {common("cancel")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

/** The room's own announcement then says that it is live, to everybody in it. */
function useGoingLive(roomId: string) {
  const refusalText = useRefusalText();
  const [step, setStep] = useState<"idle" | "asked" | "going">("idle");
  const goLive = async (): Promise<void> => {
    setStep("going");
    const answer = await api.goLive(roomId);
    setStep("idle");
    if (!answer.ok) toast(refusalText(answer));
  };
  return { step, ask: () => setStep("asked"), stay: () => setStep("idle"), goLive: () => void goLive() };
}

const SECOND_MS = 1_000;

/** How long it is still until its hour. Empty without one, and until the reader's clock is known. */
function useBegins(scheduledFor: string | null): string {
  const t = useTranslations("guests.backstage");
  const now = useNow(SECOND_MS / 2);
  if (scheduledFor === null || now === null) return "";
  const seconds = Math.ceil((Date.parse(scheduledFor) - now) / SECOND_MS);
  if (seconds <= 0) return t("hourCame");
  return t("beginsIn", { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, "0") });
}
