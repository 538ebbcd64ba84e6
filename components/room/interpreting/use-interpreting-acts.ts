import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { Done } from "@/lib/client/call";
import { familyApi } from "@/lib/client/family/family-api";
import { channelSession } from "@/lib/client/interpreting/channel-session";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import type { PersonFace } from "@/lib/wire/people/views";
import { useLanguageName } from "./use-language-name";

/** What is done about languages in a family, each act saying plainly where it was refused. `mainRoomId`: its main room. */
export function useInterpretingActs(mainRoomId: string, ownId: string) {
  const t = useTranslations("interpreting.desk");
  const sayRefusal = useRefusalText();
  const nameOf = useLanguageName();
  return useMemo(() => {
    const said = async (act: Promise<Done | null> | undefined, success?: () => void): Promise<boolean> => {
      const answer = await act;
      if (answer && !answer.ok) toast(sayRefusal(answer));
      else if (answer) success?.();
      return answer?.ok ?? false;
    };
    return {
      openMicrophone: () => void channelSession()?.openMicrophone(),
      takeAir: () => said(channelSession()?.takeAir()),
      leaveAir: () => said(channelSession()?.leaveAir()),
      turnToStage: () => said(channelSession()?.turnToStage()),
      turnToBooth: () => said(channelSession()?.turnToBooth()),
      muteOnStage: ({ id }: PersonFace) => said(api.mute(mainRoomId, id)),
      chooseSource: (language: string | null) => said(interpretingApi.chooseSource(mainRoomId, ownId, language)),
      rateLanguage: (hallId: string, language: string, understood: number) =>
        said(interpretingApi.rateLanguage(hallId, language, understood)),
      assignInterpreter: ({ id, name }: PersonFace, language: string) =>
        said(interpretingApi.assignInterpreter(mainRoomId, id, language), () =>
          toast(t("assigned", { name, language: nameOf(language) })),
        ),
      endInterpreter: ({ id, name }: PersonFace) =>
        said(interpretingApi.endInterpreter(mainRoomId, id), () => toast(t("ended", { name }))),
      openLanguageHall: async (language: string): Promise<boolean> => {
        const answer = await familyApi.openLanguageHall(mainRoomId, language);
        toast(answer.ok ? t("opened", { number: answer.value.hall.number }) : sayRefusal(answer));
        return answer.ok;
      },
    };
  }, [mainRoomId, ownId, nameOf, sayRefusal, t]);
}

export type InterpretingActs = ReturnType<typeof useInterpretingActs>;
