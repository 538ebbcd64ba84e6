import { useTranslations } from "next-intl";
import { useAttempt } from "@/components/frame/use-attempt";
import { toast } from "@/components/ui/toast";
import type { Done } from "@/lib/client/call";
import { familyApi } from "@/lib/client/family/family-api";
import type { HallTile } from "@/lib/wire/family/views";
import type { PersonFace } from "@/lib/wire/people/views";

/** What one does about the halls of a family, each saying plainly where it was refused. `read`: has the desk read again. */
export function useHallActs(mainId: string, read: () => Promise<void>) {
  const t = useTranslations("halls");
  const attempt = useAttempt();
  const said = async (act: Promise<Done>, success?: () => void): Promise<boolean> => {
    const isDone = await attempt(act, success);
    void read();
    return isDone;
  };
  return {
    sendNotice: (text: string) => said(familyApi.sendNotice(mainId, text), () => toast(t("said"))),
    setStageFirst: (on: boolean) => said(familyApi.setStageFirst(mainId, on)),
    openLanguageHall: (language: string) =>
      said(familyApi.openLanguageHall(mainId, language), () => toast(t("opened"))),
    closeHall: (hall: HallTile) => said(familyApi.closeHall(hall.id), () => toast(t("closed", { hall: hall.number }))),
    sendToHall: ({ id, name }: PersonFace, hall: HallTile) =>
      said(familyApi.sendToHall(mainId, id, hall.id), () =>
        toast(t("sent", { name, hall: hall.number }), {
          text: t("takeBack"),
          run: () => void said(familyApi.withdrawSeatOffer(mainId, id)),
        }),
      ),
  };
}

export type HallActs = ReturnType<typeof useHallActs>;
